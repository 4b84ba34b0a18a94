"""A boolean becomes an enum under its own name."""

import enum
from typing import Optional

from sqlmodel import Field, SQLModel


class State(str, enum.Enum):
    OPEN = "open"
    DONE = "done"


class Task(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    state: State = Field(default=State.OPEN, sa_column_kwargs={"server_default": "OPEN"})
