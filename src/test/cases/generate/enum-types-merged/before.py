from typing import List

import sqlalchemy as sa
from sqlalchemy import CheckConstraint, Index, MetaData, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    })


class Order(Base):
    __tablename__ = "order"
    id: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[str] = mapped_column(sa.Enum("new", "paid", name="order_status"), server_default="new", index=True)


class Invoice(Base):
    __tablename__ = "invoice"
    id: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[str] = mapped_column(sa.Enum("draft", "paid", name="invoice_status"), server_default="draft")
    history: Mapped[List[str]] = mapped_column(ARRAY(sa.Enum("draft", "paid", name="invoice_status")), server_default="{}")
    __table_args__ = (Index("ix_invoice_open", "id", postgresql_where=text("status <> 'paid'")), CheckConstraint("status IN ('draft', 'paid')", name="known"))
