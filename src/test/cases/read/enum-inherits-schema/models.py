import enum

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class State(enum.Enum):
    on = 1
    off = 2


class Base(DeclarativeBase):
    metadata = sa.MetaData(schema="app")


shared = sa.Enum("x", "y", name="shared", metadata=Base.metadata)


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[State]
    mine = sa.Column(sa.Enum("a", "b", name="mine", schema="types"))
    other = sa.Column(sa.Enum("c", name="other", inherit_schema=True))
    shared = sa.Column(shared)


class B(Base):
    __tablename__ = "b"
    __table_args__ = {"schema": "second"}
    id: Mapped[int] = mapped_column(primary_key=True)
    inherited = sa.Column(sa.Enum("d", name="inherited", inherit_schema=True))
    fixed = sa.Column(sa.Enum("e", name="fixed", inherit_schema=False))
    shared = sa.Column(shared)
