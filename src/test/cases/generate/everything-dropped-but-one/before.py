from typing import Optional

from sqlmodel import Field, SQLModel


class A(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    c_id: Optional[int] = Field(default=None, foreign_key="c.id")


class B(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    a_id: int = Field(foreign_key="a.id")


class C(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    b_id: int = Field(foreign_key="b.id")


class D(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    a_id: Optional[int] = Field(default=None, foreign_key="a.id")
    text: str
