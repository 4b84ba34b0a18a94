import functools
from functools import partial

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


Required = partial(sa.Column, nullable=False)
required = functools.partial(mapped_column, nullable=False)
Name = partial(sa.Column, sa.String(20), index=True)
OPTIONS = {"nullable": False, "server_default": "0"}
cascade = partial(sa.ForeignKey, ondelete="CASCADE", onupdate="CASCADE")
SmallText = partial(sa.String, 7)


class T(Base):
    __tablename__ = "t"
    id = Required(sa.Integer, primary_key=True)
    a = Required(sa.Integer)
    b: Mapped[int | None] = required(sa.SmallInteger)
    name = Name(unique=True)
    count = sa.Column(sa.Integer, **OPTIONS)
    more: Mapped[int] = mapped_column(**{**OPTIONS, "comment": "more"})
    parent_id = Required(sa.Integer, cascade("t.id"))
    small = sa.Column(SmallText())


def stamps():
    return (
        sa.Column("made_at", sa.DateTime, server_default=sa.func.now()),
        sa.Column("made_by", cascade("t.id"), index=True),
    )


x = sa.Table("x", Base.metadata, Required("id", sa.Integer, primary_key=True), *stamps())
y = sa.Table("y", Base.metadata, Required("id", sa.Integer, primary_key=True), *stamps(), **{"comment": "y"})
