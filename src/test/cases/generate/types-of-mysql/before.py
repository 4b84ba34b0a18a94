"""Types as one begins."""

import sqlalchemy as sa
from sqlalchemy.dialects import mysql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Part(Base):
    __tablename__ = "part"

    id: Mapped[int] = mapped_column(primary_key=True)
    flags: Mapped[object | None] = mapped_column(mysql.SET("a", "b"))
    count: Mapped[int | None]
    notes: Mapped[str | None] = mapped_column(sa.Text)
    updated: Mapped[object] = mapped_column(
        sa.TIMESTAMP, server_default=sa.text("CURRENT_TIMESTAMP")
    )


class Stock(Base):
    __tablename__ = "stock"

    id: Mapped[int] = mapped_column(primary_key=True)
    part_id: Mapped[int] = mapped_column(sa.ForeignKey("part.id"))
