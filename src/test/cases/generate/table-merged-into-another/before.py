from typing import Optional

from sqlmodel import Field, SQLModel


class Home(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    street: str
    city: str = Field(index=True)


class Customer(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str
    home_id: Optional[int] = Field(default=None, foreign_key="home.id", unique=True)
