"""A table is merged into the one that refers to it."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Customer(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str
    street: Optional[str] = None
    town: Optional[str] = Field(default=None, index=True)
