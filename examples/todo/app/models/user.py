from typing import TYPE_CHECKING

from sqlalchemy import true
from sqlmodel import Field, Relationship

from app.models.timestamps import Timestamps

if TYPE_CHECKING:
    from app.models.task import Task


class User(Timestamps, table=True):
    __tablename__ = "users"

    id: int | None = Field(default=None, primary_key=True)
    email: str = Field(max_length=255, unique=True, index=True)
    name: str = Field(max_length=100)
    hashed_password: str = Field(max_length=255)
    is_active: bool = Field(default=True, sa_column_kwargs={"server_default": true()})

    tasks: list["Task"] = Relationship(
        back_populates="owner", sa_relationship_kwargs={"foreign_keys": "Task.user_id"}
    )
