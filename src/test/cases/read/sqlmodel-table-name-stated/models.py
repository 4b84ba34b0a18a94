from sqlmodel import Field, SQLModel


PREFIX = "app"

class Hero(SQLModel, table=True):
    __tablename__ = f"{PREFIX}_heroes"
    id: int = Field(primary_key=True)

class Team(SQLModel, table=True):
    __tablename__: str = "teams"
    id: int = Field(primary_key=True)
