"""The labels of an enum type of a large table get another order."""

import enum
from typing import Optional

from sqlmodel import Field, SQLModel


class Size(str, enum.Enum):
    S = "S"
    M = "M"
    L = "L"


class Shirt(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    size: Size = Field(default=Size.M, unique=True)
    second: Optional[Size] = None
