from sqlmodel import Field, SQLModel
from sqlalchemy import CheckConstraint, Index, UniqueConstraint


class T(SQLModel, table=True):
    __table_args__ = (
        UniqueConstraint("a", "b", name="uq_ab"),
        UniqueConstraint("b"),
        CheckConstraint("a > 0", name="a_positive"),
        Index("ix_ab", "a", "b"),
        Index("ix_b", "b", unique=True),
        {"comment": "things"},
    )
    id: int = Field(primary_key=True)
    a: int
    b: int
