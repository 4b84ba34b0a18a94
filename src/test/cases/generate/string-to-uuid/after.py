"""A text that holds a UUID becomes one."""

import uuid
from typing import Optional

from sqlmodel import Field, SQLModel


class Token(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    value: uuid.UUID
