import enum
from typing import Optional

from sqlmodel import Field, SQLModel


class Size(str, enum.Enum):
    L = "L"
    M = "M"
    S = "S"


class Shirt(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    size: Size = Field(default=Size.M, unique=True)
    second: Optional[Size] = None
