"""Two columns of a large table get other types, and a unique constraint is over both."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Hero(Base):
    __tablename__ = "hero"
    __table_args__ = (sa.UniqueConstraint("a", "b"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[str] = mapped_column(sa.Enum("B", "A", name="first"))
    b: Mapped[str] = mapped_column(sa.Enum("D", "C", name="second"))
