from sqlmodel import Field, SQLModel


class Book(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    title: str | None = Field(default=None, max_length=200, index=True, unique=True)
    shelf: str = Field(max_length=20, sa_column_kwargs={"server_default": "a"})
