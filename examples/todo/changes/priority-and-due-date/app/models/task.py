from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING

from sqlalchemy import DateTime, Index, Text
from sqlmodel import Field, Relationship

from app.models.tag import TaskTag
from app.models.timestamps import Timestamps

if TYPE_CHECKING:
    from app.models.tag import Tag
    from app.models.user import User


class TaskStatus(str, Enum):
    pending = "pending"
    in_progress = "in_progress"
    completed = "completed"


class Task(Timestamps, table=True):
    __tablename__ = "tasks"
    __table_args__ = (Index("ix_tasks_user_id_status", "user_id", "status"),)

    id: int | None = Field(default=None, primary_key=True)
    title: str = Field(max_length=200)
    description: str | None = Field(default=None, sa_type=Text)
    status: TaskStatus = Field(
        default=TaskStatus.pending, sa_column_kwargs={"server_default": "pending"}
    )
    priority: str = Field(default="medium", max_length=20, index=True)
    due_date: date | None = None
    completed_at: datetime | None = Field(default=None, sa_type=DateTime(timezone=True))
    user_id: int = Field(foreign_key="users.id", ondelete="CASCADE", index=True)
    assignee_id: int | None = Field(
        default=None, foreign_key="users.id", ondelete="SET NULL", index=True
    )

    owner: "User" = Relationship(
        back_populates="tasks", sa_relationship_kwargs={"foreign_keys": "Task.user_id"}
    )
    tags: list["Tag"] = Relationship(back_populates="tasks", link_model=TaskTag)
