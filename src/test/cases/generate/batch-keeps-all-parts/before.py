"""A table with parts that batch mode does not see."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Part(Base):
    __tablename__ = "part"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str | None] = mapped_column(sa.String(20))
    weight: Mapped[int]
    color: Mapped[str | None]

    __table_args__ = (
        sa.CheckConstraint("weight > 0"),
        sa.Index("ix_part_lower_code", sa.text("lower(code)")),
    )
