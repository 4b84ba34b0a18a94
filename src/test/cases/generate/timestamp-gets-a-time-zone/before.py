import datetime
from typing import Optional

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class Event(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    at: datetime.datetime = Field(sa_type=sa.DateTime)
