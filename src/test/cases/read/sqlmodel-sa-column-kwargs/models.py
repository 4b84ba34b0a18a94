from sqlmodel import Field, SQLModel
from datetime import datetime
from sqlalchemy import func, text


class T(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: str = Field(max_length=9, sa_column_kwargs={"server_default": "x", "comment": "what"})
    b: int = Field(default=0, sa_column_kwargs={"nullable": True, "name": "bee"})
    c: datetime = Field(sa_column_kwargs={"server_default": text("now()"), "onupdate": func.now()})
    d: int = Field(default=1, sa_column_kwargs={"unique": True})
