from datetime import datetime

from sqlalchemy import DateTime, func
from sqlmodel import Field, SQLModel


class Timestamps(SQLModel):
    """When a row was made and last changed, kept by the database."""

    created_at: datetime | None = Field(
        default=None,
        nullable=False,
        sa_type=DateTime(timezone=True),
        sa_column_kwargs={"server_default": func.now()},
    )
    updated_at: datetime | None = Field(
        default=None,
        nullable=False,
        sa_type=DateTime(timezone=True),
        sa_column_kwargs={"server_default": func.now(), "onupdate": func.now()},
    )
