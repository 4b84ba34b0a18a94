"""A check is added: rows that break it are looked for first."""

from typing import Optional

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Account(Base):
    __tablename__ = "account"
    __table_args__ = (sa.CheckConstraint("balance >= 0", name="ck_account_balance"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[str] = mapped_column(sa.String(80))
    balance: Mapped[Optional[int]]
    kind: Mapped[str] = mapped_column(sa.String(10), server_default="basic")
