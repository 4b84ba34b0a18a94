"""A unique constraint without a name is on a table and a column that have other names."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Journey(Base):
    __tablename__ = "journey"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(sa.String(20))
    year: Mapped[int]

    __table_args__ = (sa.UniqueConstraint("number", "year"),)
