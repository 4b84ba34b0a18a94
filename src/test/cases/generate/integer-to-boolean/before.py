from typing import Optional

from sqlmodel import Field, SQLModel


class Task(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    flag: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
