from typing import Optional

from sqlmodel import Field, SQLModel


class Country(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    code: str = Field(max_length=2, unique=True)
