from sqlmodel import Field, SQLModel
from sqlalchemy import CheckConstraint


SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    code: str = Field(unique=True, max_length=5)

class Hero(SQLModel, table=True):
    __table_args__ = (CheckConstraint("age > 0", name="age"),)
    id: int = Field(primary_key=True)
    age: int = Field(index=True)
    team_id: int = Field(foreign_key="team.id")
