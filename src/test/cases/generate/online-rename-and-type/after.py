"""A column of a large table gets another name and another type while programs use both."""

from typing import Optional

from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Hero(Base):
    __tablename__ = "hero"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    badge_code: Mapped[str] = mapped_column(String(20), index=True)
    room: Mapped[Optional[int]]
