"""A column of a large table gets another name while programs use both."""

from typing import Optional

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class Team(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    headquarters: str


class Hero(SQLModel, table=True):
    __table_args__ = (
        sa.CheckConstraint("length(alias) > 1", name="ck_hero_name"),
        sa.UniqueConstraint("alias", "secret_name", name="uq_hero_name"),
    )

    id: Optional[int] = Field(default=None, primary_key=True)
    alias: str = Field(index=True, sa_column_kwargs={"server_default": "nobody"})
    secret_name: str
    team_id: Optional[int] = Field(default=None, foreign_key="team.id")
