import uuid
from datetime import datetime, timezone
from typing import Annotated, Generic, Optional, TypeVar

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, field_validator
from sqlmodel import Column, Field, SQLModel

T = TypeVar("T")


class IdMixin(BaseModel):
    id: Optional[uuid.UUID] = Field(default_factory=uuid.uuid4, primary_key=True)


class Stamps(SQLModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)
    made_at: datetime = Field(default_factory=lambda: datetime.now(timezone.utc), sa_type=sa.DateTime(timezone=True), sa_column_kwargs={"server_default": sa.func.now()})
    changed_at: Optional[datetime] = Field(default=None, sa_type=sa.DateTime(timezone=True), sa_column_kwargs={"onupdate": sa.func.now()})


def reference(target: str, *, required: bool = True, **extra):
    return Field(default=... if required else None, foreign_key=f"{target}.id", index=True, **extra)


class Team(IdMixin, Stamps, SQLModel, table=True):
    name: str = Field(max_length=30, schema_extra={"example": "x"})

    @field_validator("name")
    @classmethod
    def strip(cls, value):
        return value.strip()


class Hero(Stamps, SQLModel, table=True):
    __tablename__ = "heroes"
    id: Optional[int] = Field(default=None, primary_key=True)
    team_id: uuid.UUID = reference("team", ondelete="CASCADE")
    second_id: Optional[uuid.UUID] = reference("team", required=False, nullable=True)
    tags: list[str] = Field(default_factory=list, sa_column=Column(sa.JSON, nullable=False, server_default="[]"))
    power: Annotated[int, Field(ge=0)] = 0
    secret: str = Field(exclude=True, sa_column_kwargs={"comment": "hidden"}, max_length=10)
