from __future__ import annotations

import typing as t
from typing import TYPE_CHECKING, Optional

import sqlalchemy as sa
from sqlalchemy import orm
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

if TYPE_CHECKING:
    from datetime import date
else:
    from datetime import date


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped["int"] = mapped_column(primary_key=True)
    a: Mapped[Optional["str"]] = mapped_column(sa.String(5))
    b: Mapped["int | None"]
    c: Mapped["t.Optional[float]"]
    d: Mapped["date"]
    e: Mapped[t.Union[int, None]]
    f: Mapped[None | bool]
    bs: Mapped[list["B"]] = orm.relationship(back_populates="a")


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(sa.ForeignKey("a.id"))
    a: Mapped["A"] = orm.relationship(back_populates="bs")
