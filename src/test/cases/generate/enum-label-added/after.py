"""A label is added in the middle of an enum."""

import enum
from typing import Optional

from sqlmodel import Field, SQLModel


class Priority(str, enum.Enum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Ticket(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    priority: Priority = Priority.LOW
