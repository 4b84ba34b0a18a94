import enum
from typing import Optional

from sqlmodel import Field, SQLModel


class Priority(str, enum.Enum):
    LOW = "low"
    HIGH = "high"


class Ticket(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    priority: Priority = Priority.LOW
