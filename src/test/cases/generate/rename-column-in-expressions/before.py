"""A column that others are computed from."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Line(Base):
    __tablename__ = "line"

    id: Mapped[int] = mapped_column(primary_key=True)
    amount: Mapped[int]
    twice: Mapped[int] = mapped_column(sa.Computed("amount * 2"))

    __table_args__ = (
        sa.CheckConstraint("amount > 0", name="ck_amount"),
        sa.Index("ix_large", "id", postgresql_where=sa.text("amount > 5")),
        sa.Index("ix_digit", sa.text("(amount % 10)")),
    )
