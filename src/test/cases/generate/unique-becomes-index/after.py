"""A unique constraint becomes a plain index, another a unique index."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Task(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    code: str = Field(index=True)
    slug: str = Field(unique=True, index=True)
