from sqlmodel import Field, SQLModel
from sqlalchemy import CheckConstraint, ForeignKey


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)

class T(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: int = Field(sa_column_args=[ForeignKey("team.id", name="fk_a", ondelete="CASCADE")])
    b: int = Field(sa_column_args=(CheckConstraint("b > 0", name="b_positive"),))
