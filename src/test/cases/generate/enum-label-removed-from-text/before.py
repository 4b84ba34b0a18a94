"""Four kinds."""

import enum

from sqlmodel import Field, SQLModel


class Kind(str, enum.Enum):
    CAT = "cat"
    DOG = "dog"
    HOUND = "hound"
    FISH = "fish"


class Pet(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    kind: Kind = Field(index=True)


class Shelter(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    takes: Kind | None = None
