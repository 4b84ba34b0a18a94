"""An identity lets the application give a key, too."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Ticket(Base):
    __tablename__ = "ticket"

    id: Mapped[int] = mapped_column(sa.Identity(always=False), primary_key=True)
    title: Mapped[str] = mapped_column(sa.String(80))
