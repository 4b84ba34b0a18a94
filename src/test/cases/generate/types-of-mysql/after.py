"""Types that only MySQL has."""

import sqlalchemy as sa
from sqlalchemy.dialects import mysql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Part(Base):
    __tablename__ = "part"

    id: Mapped[int] = mapped_column(
        mysql.BIGINT(unsigned=True), primary_key=True, autoincrement=True
    )
    flags: Mapped[object | None] = mapped_column(mysql.SET("a", "b", "c"))
    count: Mapped[int | None] = mapped_column(mysql.INTEGER(unsigned=True))
    notes: Mapped[str | None] = mapped_column(mysql.LONGTEXT)
    updated: Mapped[object] = mapped_column(
        sa.TIMESTAMP,
        server_default=sa.text("CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP"),
    )


class Stock(Base):
    __tablename__ = "stock"

    id: Mapped[int] = mapped_column(primary_key=True)
    part_id: Mapped[int] = mapped_column(
        mysql.BIGINT(unsigned=True), sa.ForeignKey("part.id"), index=True
    )
