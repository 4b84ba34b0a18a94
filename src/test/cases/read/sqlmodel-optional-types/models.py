from sqlmodel import Field, SQLModel
from datetime import datetime
from typing import Optional, Union


class T(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    a: Optional[str] = None
    b: int | None = None
    c: Union[float, None] = None
    d: "bool | None" = None
    e: Optional["datetime"] = None
