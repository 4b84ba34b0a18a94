"""A list in a text becomes an array."""

from typing import Optional

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlmodel import Field, SQLModel


class Post(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    tags: list[str] = Field(sa_column=sa.Column(postgresql.ARRAY(sa.String()), nullable=False))
