"""A hound is a dog, and fish are kept; SQLite knows nothing of either."""

import enum

from sqlmodel import Field, SQLModel


class Kind(str, enum.Enum):
    CAT = "cat"
    DOG = "dog"
    FISH = "fish"


class Pet(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    kind: Kind = Field(index=True)  # limbeck: map HOUND=DOG


class Shelter(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    takes: Kind | None = None  # limbeck: map HOUND=CAT
