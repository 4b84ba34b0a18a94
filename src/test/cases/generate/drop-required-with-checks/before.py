"""Columns whose checks refuse some values."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Part(Base):
    __tablename__ = "part"

    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(sa.String(8))
    weight: Mapped[int]
    size: Mapped[int]

    __table_args__ = (
        sa.CheckConstraint("state IN ('new', 'used')", name="ck_state"),
        sa.CheckConstraint("weight >= 0", name="ck_weight"),
    )
