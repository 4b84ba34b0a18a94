"""Two bookings must not overlap."""

from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Booking(Base):
    __tablename__ = "booking"
    __table_args__ = (postgresql.ExcludeConstraint(("during", "&&"), name="ex_booking_during"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    during: Mapped[object] = mapped_column(postgresql.TSTZRANGE)
