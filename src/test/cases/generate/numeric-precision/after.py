"""A price gets more digits."""

import decimal
from typing import Optional

from sqlmodel import Field, SQLModel


class Price(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    amount: decimal.Decimal = Field(max_digits=12, decimal_places=4)
