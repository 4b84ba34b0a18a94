from sqlmodel import Field, SQLModel
from sqlalchemy import MetaData


class Base(SQLModel):
    metadata = MetaData(schema="app", naming_convention={"pk": "pk_%(table_name)s"})

class Hero(Base, table=True):
    id: int = Field(primary_key=True)
    boss_id: int | None = Field(default=None, foreign_key="hero.id")
