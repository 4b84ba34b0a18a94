"""A required column with a check of its own."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Parcel(Base):
    __tablename__ = "parcel"

    id: Mapped[int] = mapped_column(primary_key=True)
    weight: Mapped[int] = mapped_column(sa.CheckConstraint("weight > 0"))
    height: Mapped[int] = mapped_column(sa.CheckConstraint("height > 0"))
