"""Numbers from a sequence of its own."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


numbers = sa.Sequence("ticket_number_seq", start=5, increment=2)


class Ticket(Base):
    __tablename__ = "ticket"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(numbers, server_default=numbers.next_value())
