from sqlmodel import Field, SQLModel
from sqlalchemy.orm import registry


class Base(SQLModel, registry=registry()):
    pass

class Hero(Base, table=True):
    id: int = Field(primary_key=True)
