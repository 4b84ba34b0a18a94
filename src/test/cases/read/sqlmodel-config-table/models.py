from sqlmodel import Field, SQLModel


class Hero(SQLModel):
    model_config = {"table": True}
    id: int = Field(primary_key=True)
    name: str

class Plain(SQLModel, table=False):
    id: int
