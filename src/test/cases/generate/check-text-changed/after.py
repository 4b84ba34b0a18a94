"""A check asks for something else."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "item"
    __table_args__ = (sa.CheckConstraint("price > 0 AND price < 100000", name="ck_item_price"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    price: Mapped[int]
