"""A large table gets another name; a view stands for the old one."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Champion(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(index=True)


class Deed(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    hero_id: int = Field(foreign_key="champion.id")
