from sqlmodel import Field, SQLModel
from datetime import datetime
from sqlalchemy import JSON, BigInteger, DateTime, String, Text


class T(SQLModel, table=True):
    id: int = Field(primary_key=True, sa_type=BigInteger)
    a: str = Field(sa_type=String(5), max_length=9)
    b: str | None = Field(default=None, sa_type=Text)
    c: datetime = Field(sa_type=DateTime(timezone=True))
    d: list[str] = Field(default_factory=list, sa_type=JSON)
