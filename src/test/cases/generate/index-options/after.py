"""A partial, a covering and a functional index."""

from typing import Optional

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Account(Base):
    __tablename__ = "account"
    __table_args__ = (
        sa.Index(
            "ix_account_owner_rich",
            "owner",
            postgresql_where=sa.text("balance > 100"),
            postgresql_include=["kind"],
        ),
        sa.Index("ix_account_owner_lower", sa.text("lower(owner)"), unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[str] = mapped_column(sa.String(80))
    balance: Mapped[Optional[int]]
    kind: Mapped[str] = mapped_column(sa.String(10), server_default="basic")
