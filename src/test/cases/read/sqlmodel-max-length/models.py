from sqlmodel import Field, SQLModel
from typing import Optional


class T(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: str = Field(max_length=10)
    b: str = Field(min_length=2, max_length=20, regex="^x")
    c: Optional[str] = Field(default=None, max_length=30)
    d: str = Field(max_length=40, schema_extra={"examples": ["x"]})
