"""Everything about a table in a schema."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Account(Base):
    __tablename__ = "account"
    __table_args__ = {"schema": "billing"}

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(sa.String(80), unique=True)
    level: Mapped[str] = mapped_column(sa.Enum("low", "middle", "high", name="level", schema="billing"))


class Invoice(Base):
    __tablename__ = "invoice"
    __table_args__ = {"schema": "billing"}

    id: Mapped[int] = mapped_column(primary_key=True)
    paid: Mapped[bool] = mapped_column(server_default=sa.false(), comment="whether money came")
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("billing.account.id", ondelete="CASCADE"), index=True)
