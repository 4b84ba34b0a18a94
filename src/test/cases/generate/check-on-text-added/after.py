"""A text may be one of a few only."""

from typing import Optional

from sqlmodel import CheckConstraint, Field, SQLModel


class Task(SQLModel, table=True):
    __table_args__ = (CheckConstraint("status IN ('open', 'done')", name="ck_task_status"),)

    id: Optional[int] = Field(default=None, primary_key=True)
    status: str = Field(max_length=20)
