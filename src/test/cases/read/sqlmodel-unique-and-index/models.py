from sqlmodel import Field, SQLModel


class T(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: str = Field(unique=True)
    b: str = Field(index=True)
    c: str = Field(unique=True, index=True)
    d: str = Field(unique=False, index=False)
