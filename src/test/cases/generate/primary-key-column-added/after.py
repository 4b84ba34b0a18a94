"""A key is extended by a new column."""

import datetime

from sqlmodel import Field, SQLModel


class Rate(SQLModel, table=True):
    currency: str = Field(max_length=3, primary_key=True)
    day: datetime.date = Field(primary_key=True)
    value: float
