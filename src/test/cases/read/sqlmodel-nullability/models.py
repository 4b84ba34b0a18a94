from sqlmodel import Field, SQLModel
from typing import Optional


class T(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    a: int = None
    b: str = Field(default="x", nullable=True)
    c: Optional[str] = Field(default=None, nullable=False)
    d: str = "x"
