import enum
from datetime import date
from typing import Optional

from sqlmodel import Field, SQLModel


class Size(str, enum.Enum):
    SMALL = "small"
    LARGE = "large"


class Shelf(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    room: str = Field(max_length=20)


class Box(SQLModel, table=True):
    code: str = Field(max_length=10, primary_key=True)
    size: Size
    packed: date
    shelf_id: Optional[int] = Field(default=None, foreign_key="shelf.id")


class Thing(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(max_length=50)
    box_code: Optional[str] = Field(default=None, foreign_key="box.code")
    weight: float = Field(default=0.0)
