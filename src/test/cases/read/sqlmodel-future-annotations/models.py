from __future__ import annotations

from sqlmodel import Field, SQLModel
from typing import Optional


class T(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: Optional[str] = Field(default=None, max_length=9)
    b: int | None = None
