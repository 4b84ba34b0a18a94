from typing import TYPE_CHECKING

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Relationship, SQLModel

if TYPE_CHECKING:
    from app.models.task import Task


class TaskTag(SQLModel, table=True):
    __tablename__ = "task_tags"

    task_id: int = Field(foreign_key="tasks.id", ondelete="CASCADE", primary_key=True)
    tag_id: int = Field(
        foreign_key="tags.id", ondelete="CASCADE", primary_key=True, index=True
    )


class Tag(SQLModel, table=True):
    __tablename__ = "tags"
    __table_args__ = (
        UniqueConstraint("user_id", "name", name="uq_tags_user_id_name"),
    )

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=50)
    color: str = Field(
        default="#808080", max_length=7, sa_column_kwargs={"server_default": "#808080"}
    )
    user_id: int = Field(foreign_key="users.id", ondelete="CASCADE")

    tasks: list["Task"] = Relationship(back_populates="tags", link_model=TaskTag)
