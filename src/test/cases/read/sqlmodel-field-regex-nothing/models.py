from sqlmodel import Field, SQLModel
from decimal import Decimal
from typing import Annotated, Optional

from sqlalchemy import CheckConstraint, Column, Integer, String, Text


class T(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    x: str = Field(regex="^a", max_length=5)
