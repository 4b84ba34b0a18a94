from sqlmodel import Field, SQLModel
from typing import Optional


UserId = int
Title = str
Maybe = Optional[str]

class T(SQLModel, table=True):
    id: UserId = Field(primary_key=True)
    a: Title = Field(max_length=5)
    b: Maybe = None
