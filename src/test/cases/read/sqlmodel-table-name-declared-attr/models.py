from sqlmodel import Field, SQLModel
from sqlalchemy.orm import declared_attr


class Named(SQLModel):
    @declared_attr.directive
    def __tablename__(cls) -> str:
        return "t_" + cls.__name__.lower()

class Hero(Named, table=True):
    id: int = Field(primary_key=True)
