from sqlmodel import Field, SQLModel
from decimal import Decimal
from typing import Annotated, Optional

from sqlalchemy import CheckConstraint, Column, Integer, String, Text


class T(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    x: int = Field(sa_column_args=[CheckConstraint("x > 1", name="k")])
