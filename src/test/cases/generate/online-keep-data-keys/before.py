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
    colour: Mapped[str] = mapped_column(sa.String(20), server_default="red")


class Trip(Base):
    __tablename__ = "Trip"
    __table_args__ = (sa.Index("ix_trip_where", "from", "to"), {"schema": "log"})

    id: Mapped[int] = mapped_column(sa.Identity(always=True), primary_key=True)
    start: Mapped[str] = mapped_column("from", unique=True)
    end: Mapped[str] = mapped_column("to")


sa.Table("event", Base.metadata, sa.Column("what", sa.Text, nullable=False))
