"""Tables go with the columns that refer to them; what is in them is kept, and comes back."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Thing(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(max_length=50)
