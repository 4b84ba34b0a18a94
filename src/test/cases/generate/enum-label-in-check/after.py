"""A label goes of which a check speaks."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Hero(Base):
    __tablename__ = "hero"
    __table_args__ = (sa.CheckConstraint("state <> 'B' OR name <> ''", name="ck_c"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(20))
    state: Mapped[str] = mapped_column(sa.Enum("A", "B", name="state"))
