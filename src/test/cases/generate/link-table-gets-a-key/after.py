"""A table of links gets a key of its own and keeps its pairs unique."""

from typing import Optional

from sqlmodel import Field, SQLModel, UniqueConstraint


class Tag(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str


class Post(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    title: str


class PostTag(SQLModel, table=True):
    __table_args__ = (UniqueConstraint("post_id", "tag_id"),)

    id: Optional[int] = Field(default=None, primary_key=True)
    post_id: int = Field(foreign_key="post.id")
    tag_id: int = Field(foreign_key="tag.id")
