import datetime
from decimal import Decimal
from typing import Any, ClassVar, Optional, Union

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, DynamicMapped, Mapped, WriteOnlyMapped, mapped_column, query_expression, relationship


class Base(DeclarativeBase):
    type_annotation_map = {dict[str, Any]: sa.JSON}


class A(Base):
    __tablename__ = "a"
    LIMIT: ClassVar[int] = 5
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[str] = mapped_column(sa.String(LIMIT))
    b: Mapped[Optional[int]] = mapped_column(nullable=False)
    c: Mapped[int] = mapped_column(nullable=True)
    d = mapped_column(sa.Integer)
    e = mapped_column(sa.Integer, nullable=False, default=lambda: 4)
    f: Mapped[Union[None, datetime.date]]
    g: Mapped[Decimal] = mapped_column(sa.Numeric(5, 1), default=Decimal("1.5"))
    h: Mapped[Any] = mapped_column(sa.JSON)
    j: Mapped[dict[str, Any] | None] = mapped_column(default=dict)
    k: Mapped[bool] = mapped_column(sa.Boolean, server_default=sa.false(), nullable=False)
    l: Mapped[bytes | None]
    m: Mapped[datetime.timedelta]
    n: Mapped[datetime.time | None]
    expr: Mapped[int] = query_expression()
    dynamic: DynamicMapped["B"] = relationship()
    written: WriteOnlyMapped["B"] = relationship(viewonly=True)

    def __init__(self, **kwargs):
        super().__init__(**kwargs)


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(sa.ForeignKey("a.id"))
