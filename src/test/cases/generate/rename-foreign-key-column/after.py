"""A column with a foreign key and the table it refers to are renamed."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Squad(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    headquarters: str


class Hero(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    secret_name: str
    age: Optional[int] = Field(default=None)
    squad_id: Optional[int] = Field(default=None, foreign_key="squad.id")
