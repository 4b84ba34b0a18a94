from typing import Optional

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class Team(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    headquarters: str


class Hero(SQLModel, table=True):
    __table_args__ = (
        sa.CheckConstraint("length(name) > 1", name="ck_hero_name"),
        sa.UniqueConstraint("name", "secret_name", name="uq_hero_name"),
    )

    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(index=True, sa_column_kwargs={"server_default": "nobody"})
    secret_name: str
    team_id: Optional[int] = Field(default=None, foreign_key="team.id")
