"""A new table with two enums, one of them shared."""

import enum
from typing import Optional

from sqlmodel import Field, SQLModel


class Rank(str, enum.Enum):
    ROOKIE = "rookie"
    MASTER = "master"


class Outcome(str, enum.Enum):
    WON = "won"
    LOST = "lost"


class Team(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    headquarters: str


class Hero(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    secret_name: str
    age: Optional[int] = Field(default=None)
    rank: Rank = Rank.ROOKIE
    team_id: Optional[int] = Field(default=None, foreign_key="team.id")


class Fight(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    hero_id: int = Field(foreign_key="hero.id")
    rank: Rank
    outcome: Optional[Outcome] = None
