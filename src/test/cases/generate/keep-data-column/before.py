"""Columns go, and what they held can be had back."""

import enum
from typing import Optional

from sqlmodel import Field, SQLModel


class Level(str, enum.Enum):
    low = "low"
    high = "high"


class Task(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    title: str
    level: Level
    code: str = Field(unique=True)
    note: Optional[str] = Field(default=None, sa_column_kwargs={"server_default": "none"})
