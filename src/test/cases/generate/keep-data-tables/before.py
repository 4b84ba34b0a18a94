"""A table and the one that refers to it go; their rows can be had back."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Team(Base):
    __tablename__ = "team"

    id: Mapped[int] = mapped_column(sa.Identity(always=True), primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(50), unique=True)
    shout: Mapped[str] = mapped_column(sa.String(60), sa.Computed("name || '!'", persisted=True))


class Player(Base):
    __tablename__ = "player"

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(sa.ForeignKey("team.id"))
    color: Mapped[str] = mapped_column(sa.Enum("red", "blue", name="color"))


class Match(Base):
    __tablename__ = "match"

    id: Mapped[int] = mapped_column(primary_key=True)
    winner_id: Mapped[int] = mapped_column(sa.ForeignKey("team.id"), index=True)
