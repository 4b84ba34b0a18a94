"""A table with foreign keys without names has another name, and one key goes."""

from typing import Optional

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class City(Base):
    __tablename__ = "city"

    id: Mapped[int] = mapped_column(primary_key=True)


class Journey(Base):
    __tablename__ = "journey"

    id: Mapped[int] = mapped_column(primary_key=True)
    start_id: Mapped[Optional[int]] = mapped_column()
    end_id: Mapped[Optional[int]] = mapped_column(sa.ForeignKey("city.id"))
    price: Mapped[int]
