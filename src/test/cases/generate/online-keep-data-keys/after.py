"""Columns and tables go that have a key of two columns, a counting one, and none."""

import enum

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Kind(enum.Enum):
    CREW = "crew"
    PILOT = "pilot"


class Seat(Base):
    __tablename__ = "seat"

    kind: Mapped[Kind] = mapped_column(sa.Enum(Kind, name="seat_kind"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[str] = mapped_column(sa.String(40))
