"""A key of two columns that others refer to gets a third one."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Room(Base):
    __tablename__ = "room"

    building: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    floor: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class Booking(Base):
    __tablename__ = "booking"
    __table_args__ = (
        sa.ForeignKeyConstraint(
            ["building", "number", "floor"], ["room.building", "room.number", "room.floor"]
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    building: Mapped[int]
    number: Mapped[int]
    floor: Mapped[int]
