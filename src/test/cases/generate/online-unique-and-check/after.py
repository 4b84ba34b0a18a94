"""A unique constraint and a check on a large table."""

from typing import Optional

from sqlmodel import CheckConstraint, Field, SQLModel, UniqueConstraint


class Team(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    headquarters: str


class Hero(SQLModel, table=True):
    __table_args__ = (
        UniqueConstraint("name", "secret_name", name="uq_hero_names"),
        CheckConstraint("age >= 0", name="ck_hero_age"),
    )

    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    secret_name: str
    age: Optional[int] = Field(default=None)
    team_id: Optional[int] = Field(default=None, foreign_key="team.id")
