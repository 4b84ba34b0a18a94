"""It has another name, in all that is made of it."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Line(Base):
    __tablename__ = "line"

    id: Mapped[int] = mapped_column(primary_key=True)
    total: Mapped[int]
    twice: Mapped[int] = mapped_column(sa.Computed("total * 2"))

    __table_args__ = (
        sa.CheckConstraint("total > 0", name="ck_amount"),
        sa.Index("ix_large", "id", postgresql_where=sa.text("total > 5")),
        sa.Index("ix_digit", sa.text("(total % 10)")),
    )
