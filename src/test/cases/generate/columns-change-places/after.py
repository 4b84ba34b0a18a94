"""Two columns change places; what is over them goes with them."""

from typing import Optional

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel


class Span(SQLModel, table=True):
    __table_args__ = (CheckConstraint("last < first", name="ck_span"), UniqueConstraint("last", "id", name="uq_span"), Index("ix_span_end", text("first DESC")))
    id: Optional[int] = Field(default=None, primary_key=True)
    last: int
    first: int
