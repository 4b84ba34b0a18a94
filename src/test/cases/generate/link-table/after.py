"""A link table with a key of two columns."""

from typing import List, Optional

from sqlmodel import Field, Relationship, SQLModel


class TaskTag(SQLModel, table=True):
    task_id: int = Field(foreign_key="task.id", primary_key=True, ondelete="CASCADE")
    tag_id: int = Field(foreign_key="tag.id", primary_key=True, ondelete="CASCADE")


class Task(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    title: str
    tags: List["Tag"] = Relationship(back_populates="tasks", link_model=TaskTag)


class Tag(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    tasks: List[Task] = Relationship(back_populates="tags", link_model=TaskTag)
