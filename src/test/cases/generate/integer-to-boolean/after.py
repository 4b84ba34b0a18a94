"""A number that was a flag becomes a boolean."""

from typing import Optional

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class Task(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    flag: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
