"""A label joins an enum while its table gets other changes."""

import enum

from sqlmodel import Field, SQLModel


class Priority(str, enum.Enum):
    low = "low"
    medium = "medium"
    high = "high"


class Ticket(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    title: str = Field(index=True)
    priority: Priority
    author_id: int | None = Field(default=None, foreign_key="person.id", ondelete="SET NULL")


class Person(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
