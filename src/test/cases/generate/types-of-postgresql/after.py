"""Many types at once."""

import datetime
import decimal
import uuid
from typing import Optional

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Document(Base):
    __tablename__ = "document"

    id: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[Optional[dict]] = mapped_column(postgresql.JSONB)
    tags: Mapped[Optional[list]] = mapped_column(postgresql.ARRAY(sa.String(30)))
    address: Mapped[Optional[str]] = mapped_column(postgresql.INET)
    price: Mapped[Optional[decimal.Decimal]] = mapped_column(sa.Numeric(10, 2))
    ratio: Mapped[Optional[float]] = mapped_column(sa.Double)
    seen_at: Mapped[Optional[datetime.datetime]] = mapped_column(sa.DateTime(timezone=True))
    day: Mapped[Optional[datetime.date]]
    token: Mapped[Optional[uuid.UUID]]
    raw: Mapped[Optional[bytes]]
    search: Mapped[Optional[str]] = mapped_column(postgresql.TSVECTOR)
