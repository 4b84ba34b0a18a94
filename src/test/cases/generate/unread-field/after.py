import json

from sqlmodel import Field, SQLModel

OPTIONS = json.loads('{"max_length": 200, "index": true, "unique": true}')


def title_field():
    return eval("Field(default=None, **OPTIONS)")


class Book(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    title: str | None = title_field()
    shelf: str = eval("Field(max_length=20, sa_column_kwargs={'server_default': 'a'})")
    pages: int | None = None
