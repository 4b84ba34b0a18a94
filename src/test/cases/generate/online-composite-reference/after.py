"""A key over two columns outgrows its types, with what refers to it."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Account(Base):
    __tablename__ = "account"

    number: Mapped[int] = mapped_column(
        sa.BigInteger, sa.Identity(always=False, increment=5), primary_key=True
    )
    tenant: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True)


class Booking(Base):
    __tablename__ = "booking"
    __table_args__ = (
        sa.ForeignKeyConstraint(
            ["account", "tenant"], ["account.number", "account.tenant"], name="fk_booking"
        ),
        sa.Index("ix_booking", "tenant", "account"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant: Mapped[int | None] = mapped_column(sa.BigInteger)
    account: Mapped[int | None] = mapped_column(sa.BigInteger)
