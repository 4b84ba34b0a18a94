from sqlmodel import Field, SQLModel


class T(SQLModel, table=True):
    a: int = Field(primary_key=True)
    b: int = Field(primary_key=True)
    c: str = Field(primary_key=True, max_length=9)
