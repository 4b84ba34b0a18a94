import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
import datetime
from typing import Optional
from sqlalchemy.orm import declared_attr


class Base(DeclarativeBase):
    pass


class HasId:
    id: Mapped[int] = mapped_column(primary_key=True)

class Timestamps:
    created = sa.Column(sa.DateTime, server_default=sa.func.now())
    updated: Mapped[Optional[datetime.datetime]] = mapped_column(sa.DateTime(timezone=True))

class HasTeam:
    @declared_attr
    def team_id(cls) -> Mapped[int]:
        return mapped_column(sa.ForeignKey("team.id", name=f"fk_{cls.__tablename__}_team"))

class Team(HasId, Base):
    __tablename__ = "team"

class Hero(HasId, Timestamps, HasTeam, Base):
    __tablename__ = "hero"
    name: Mapped[str] = mapped_column(sa.String(9))
