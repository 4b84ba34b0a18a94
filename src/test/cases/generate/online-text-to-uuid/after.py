"""Texts of a large table become UUIDs."""

from typing import Optional
from uuid import UUID

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    token: Optional[UUID] = Field(default=None, unique=True)
