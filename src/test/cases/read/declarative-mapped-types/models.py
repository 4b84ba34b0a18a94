import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
import datetime
import uuid
from decimal import Decimal
from typing import Optional


class Base(DeclarativeBase):
    pass


class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[str] = mapped_column(sa.String(9))
    b: Mapped[Optional[int]]
    c: Mapped[float | None]
    d: Mapped["bool"]
    e: Mapped[datetime.datetime]
    f: Mapped[datetime.date]
    g: Mapped[Decimal]
    h: Mapped[bytes]
    i: Mapped[uuid.UUID]
    j: Mapped[datetime.timedelta]
    k: Mapped[datetime.time]
    l: Mapped["str | None"] = mapped_column(sa.Text)
