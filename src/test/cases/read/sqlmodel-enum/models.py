from sqlmodel import Field, SQLModel
from enum import Enum, auto
from typing import Optional


class Color(str, Enum):
    RED = "r"
    GREEN = "g"
    ROUGE = "r"

class Size(Enum):
    small = auto()
    large = auto()

class T(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: Color
    b: Optional[Size] = None
    c: Color = Field(default=Color.RED, index=True)
