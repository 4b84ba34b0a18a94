"""Models in the usual forms of SQLAlchemy, read when the build trains the cache of loaded classes."""

from __future__ import annotations

import enum
import uuid
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Optional

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, UniqueConstraint, func
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship
from sqlmodel import Field, Relationship, SQLModel

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
SCHEMES = [f"{it}://" for it in ("http", "https") if it]

Key = Annotated[int, mapped_column(primary_key=True)]


class Status(enum.Enum):
    draft = "draft"
    paid = "paid"


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {dict[str, Any]: JSONB, datetime: sa.DateTime(timezone=True)}


class Stamped:
    @declared_attr.directive
    def __tablename__(cls) -> str:
        return cls.__name__.lower()

    @declared_attr
    def made_by_id(cls) -> Mapped[Optional[int]]:
        return mapped_column(ForeignKey("customer.id", ondelete="SET NULL"), index=True)

    made_at: Mapped[datetime] = mapped_column(server_default=func.now())
    changed_at: Mapped[datetime | None] = mapped_column(onupdate=func.now())


class Customer(Base):
    __tablename__ = "customer"
    __table_args__ = ({"comment": "Who buys"},)

    id: Mapped[Key]
    email: Mapped[str] = mapped_column(String(200), unique=True)
    labels: Mapped[list[str]] = mapped_column(ARRAY(String(20)), server_default="{}")
    data: Mapped[dict[str, Any]]
    orders: Mapped[list["Order"]] = relationship(back_populates="customer")


class Order(Stamped, Base):
    __table_args__ = (
        UniqueConstraint("customer_id", "number"),
        sa.CheckConstraint("total >= 0", name="total"),
        Index("ix_order_open", "status", postgresql_where=sa.text("status <> 'paid'")),
        Index("ix_order_number", sa.text("lower(number)")),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    number: Mapped[str] = mapped_column(String(20))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    total: Mapped[Decimal] = mapped_column(sa.Numeric(12, 2), server_default=sa.text("0"))
    status: Mapped[Status] = mapped_column(default=Status.draft)
    customer: Mapped[Customer] = relationship(back_populates="orders", foreign_keys=[customer_id])


class Old(Base):
    __tablename__ = "old"

    id = Column(Integer, primary_key=True)
    name = Column(sa.Unicode(30), nullable=False, default="")
    active = Column(sa.Boolean, server_default=sa.false())


order_tag = Table(
    "order_tag",
    Base.metadata,
    Column("order_id", ForeignKey("order.id"), primary_key=True),
    Column("tag", String(30), primary_key=True),
)

Index("ix_old_name", Old.name)


class ItemBase(SQLModel):
    name: str = Field(max_length=80, index=True)
    price: Decimal = Field(max_digits=10, decimal_places=2)


class Item(ItemBase, table=True):
    metadata = Base.metadata

    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)
    customer_id: Optional[int] = Field(default=None, foreign_key="customer.id", ondelete="CASCADE")
    data: dict = Field(default_factory=dict, sa_column=Column(sa.JSON, nullable=False))


SQLModel.metadata.naming_convention = NAMING


class Shared(DeclarativeBase):
    metadata = SQLModel.metadata


class Note(Shared):
    __tablename__ = "note"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(sa.Text, comment="as written")
