from sqlmodel import Field, SQLModel
from datetime import datetime
from typing import Optional
from pydantic import AwareDatetime, NaiveDatetime


class T(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: datetime
    b: AwareDatetime
    c: NaiveDatetime
    d: Optional[NaiveDatetime] = None
    e: datetime = Field(default_factory=datetime.utcnow)
