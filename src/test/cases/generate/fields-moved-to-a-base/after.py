"""Fields move to a class that both models inherit."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Named(SQLModel):
    name: str = Field(index=True)


class Team(Named, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    headquarters: str


class Hero(Named, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    secret_name: str
    age: Optional[int] = Field(default=None)
    team_id: Optional[int] = Field(default=None, foreign_key="team.id")
