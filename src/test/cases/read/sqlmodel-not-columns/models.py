from sqlmodel import Field, SQLModel
from typing import ClassVar
from pydantic import PrivateAttr
from sqlmodel import Relationship


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(back_populates="team")

class Hero(SQLModel, table=True):
    KIND: ClassVar[str] = "hero"
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
    team: Team = Relationship(back_populates="heroes")
    _secret: int = PrivateAttr(default=1)

    @property
    def label(self) -> str:
        return "x"

    def shout(self) -> str:
        return "y"
