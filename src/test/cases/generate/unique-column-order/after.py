"""The columns of a unique constraint change places."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Seat(Base):
    __tablename__ = "seat"
    __table_args__ = (sa.UniqueConstraint("number", "hall", name="uq_seat"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    hall: Mapped[str] = mapped_column(sa.String(20))
    number: Mapped[int]
