from sqlmodel import Field

from shared import Team, enums
from shared.base import Base as Parent


class Hero(Parent, table=True):
    kind: enums.Kind
    team_id: int = Field(foreign_key=f"{Team.__tablename__}.id")
