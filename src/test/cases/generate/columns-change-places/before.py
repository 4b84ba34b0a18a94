from typing import Optional

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel


class Span(SQLModel, table=True):
    __table_args__ = (CheckConstraint("first < last", name="ck_span"), UniqueConstraint("first", "id", name="uq_span"), Index("ix_span_end", text("last DESC")))
    id: Optional[int] = Field(default=None, primary_key=True)
    first: int
    last: int
