from sqlmodel import Field, SQLModel
from sqlalchemy import Column, ForeignKey, Integer


def constraint_name(table, column):
    return f"fk_{table}_{column}"

def build_foreign_key(table, column, target, **kwargs):
    name = constraint_name(table, column)
    if len(name) > 60:
        raise ValueError(name)
    return Field(sa_column=Column(Integer, ForeignKey(target, name=name, ondelete="CASCADE"), **kwargs))

class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)

class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = build_foreign_key("hero", "team_id", "team.id", nullable=False)
    old_id: int = build_foreign_key("hero", "old_id", "team.id", index=True)
