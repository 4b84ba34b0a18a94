from sqlmodel import Field, SQLModel


class A(SQLModel, table=True):
    id: int = Field(default=7, primary_key=True)

class B(SQLModel, table=True):
    id: int = Field(default_factory=lambda: 1, primary_key=True)

class C(SQLModel, table=True):
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
