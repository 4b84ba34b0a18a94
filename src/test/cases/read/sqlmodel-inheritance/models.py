from sqlmodel import Field, SQLModel
from datetime import date
from typing import Optional


class Timestamps(SQLModel):
    created: date
    updated: Optional[date] = None

class HeroBase(SQLModel):
    name: str = Field(index=True, max_length=30)
    age: Optional[int] = None

class Hero(HeroBase, Timestamps, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    age: int

class HeroRead(HeroBase):
    id: int
