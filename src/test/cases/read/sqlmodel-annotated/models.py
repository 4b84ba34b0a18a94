from sqlmodel import Field, SQLModel
from typing import Annotated, Optional


Name = Annotated[str, Field(max_length=3, index=True)]

class T(SQLModel, table=True):
    id: Annotated[int, Field(primary_key=True)]
    b: Name
    c: Annotated[Optional[str], Field(max_length=4)] = None
    d: Optional[Annotated[str, Field(max_length=5)]] = None
