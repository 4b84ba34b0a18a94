"""An identity key and a computed column in a new table."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Event(Base):
    __tablename__ = "event"

    id: Mapped[int] = mapped_column(sa.BigInteger, sa.Identity(always=True), primary_key=True)
    width: Mapped[int]
    height: Mapped[int]
    area: Mapped[int] = mapped_column(sa.Computed("width * height", persisted=True))
