"""A check over two columns."""

from typing import Optional

from sqlmodel import CheckConstraint, Field, SQLModel


class Team(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    headquarters: str


class Hero(SQLModel, table=True):
    __table_args__ = (CheckConstraint("age IS NULL OR age >= 0", name="ck_hero_age"),)

    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    secret_name: str
    age: Optional[int] = Field(default=None)
    team_id: Optional[int] = Field(default=None, foreign_key="team.id")
