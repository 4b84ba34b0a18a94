import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
import datetime
from typing import Annotated, Optional


class Base(DeclarativeBase):
    pass


intpk = Annotated[int, mapped_column(primary_key=True)]
created = Annotated[datetime.datetime, mapped_column(server_default=sa.func.now(), nullable=False)]
team_fk = Annotated[int, mapped_column(sa.ForeignKey("team.id", ondelete="CASCADE"), index=True)]
name30 = Annotated[str, mapped_column(sa.String(30), unique=True)]

class Team(Base):
    __tablename__ = "team"
    id: Mapped[intpk]
    name: Mapped[name30]

class Hero(Base):
    __tablename__ = "hero"
    id: Mapped[intpk]
    created: Mapped[created]
    team_id: Mapped[team_fk]
    other_id: Mapped[Optional[team_fk]] = mapped_column(index=False)
    title: Mapped[name30] = mapped_column(sa.String(40), unique=False)
