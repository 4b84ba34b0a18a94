"""A stored column is computed from one that outgrows its type; the rest stays a series."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Line(Base):
    __tablename__ = "line"

    id: Mapped[int] = mapped_column(primary_key=True)
    pieces: Mapped[int] = mapped_column(sa.BigInteger)
    dozens: Mapped[int] = mapped_column(sa.BigInteger, sa.Computed("pieces / 12", persisted=True))
    note: Mapped[str | None] = mapped_column(index=True)
