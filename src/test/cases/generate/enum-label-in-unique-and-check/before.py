"""A seat is taken once."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Seat(Base):
    __tablename__ = "seat"

    id: Mapped[int] = mapped_column(primary_key=True)
    row: Mapped[int]
    state: Mapped[str] = mapped_column(sa.Enum("free", "held", "sold", name="state"))

    __table_args__ = (
        sa.UniqueConstraint("row", "state", name="uq_seat"),
        sa.CheckConstraint("state <> 'held' OR `row` > 0", name="ck_held"),
    )
