"""A label joins an enum while its table gets other changes."""

import enum

from sqlmodel import Field, SQLModel


class Priority(str, enum.Enum):
    low = "low"
    high = "high"


class Ticket(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str
    priority: Priority
    author_id: int | None = Field(default=None, foreign_key="person.id")


class Person(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
