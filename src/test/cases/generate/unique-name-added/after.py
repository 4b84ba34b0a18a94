"""Two unique constraints by field and by table arguments."""

from typing import Optional

from sqlmodel import Field, SQLModel, UniqueConstraint


class Team(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    headquarters: str = Field(unique=True)


class Hero(SQLModel, table=True):
    __table_args__ = (UniqueConstraint("name", "secret_name", name="uq_hero_names"),)

    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    secret_name: str
    age: Optional[int] = Field(default=None)
    team_id: Optional[int] = Field(default=None, foreign_key="team.id")
