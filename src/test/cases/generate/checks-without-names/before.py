"""Checks that no model names."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Parcel(Base):
    __tablename__ = "parcel"

    id: Mapped[int] = mapped_column(primary_key=True)
    weight: Mapped[int | None] = mapped_column(sa.CheckConstraint("weight > 0"))
    height: Mapped[int] = mapped_column(sa.CheckConstraint("height > 0"))
    fragile: Mapped[bool] = mapped_column(sa.Boolean(create_constraint=True))
