"""Most of a project goes, in an order that works."""

from typing import Optional

from sqlmodel import Field, SQLModel


class D(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    text: str
