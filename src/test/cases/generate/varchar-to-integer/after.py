"""Digits become numbers; what is no number stops the upgrade."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Account(Base):
    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[int]
    state: Mapped[str] = mapped_column(sa.String(20), server_default="new")
