from sqlmodel import Field, SQLModel
from decimal import Decimal
from typing import Optional


class T(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: Decimal = Field(max_digits=12, decimal_places=4)
    b: Decimal = Field(default=0, max_digits=5, decimal_places=2, ge=0)
    c: Optional[Decimal] = Field(default=None, max_digits=6, decimal_places=1)
