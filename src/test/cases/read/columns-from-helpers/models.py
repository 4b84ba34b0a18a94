import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
import enum
from typing import Optional


class Base(DeclarativeBase):
    pass


def primary_key():
    return mapped_column(sa.BigInteger, primary_key=True)

def enum_column(cls, **kwargs):
    return mapped_column(sa.Enum(cls, values_callable=lambda e: [x.value for x in e], name=cls.__name__.lower()), **kwargs)

class Kind(enum.StrEnum):
    ONE = "one"
    TWO = "two"

def fk(target, **kw):
    return mapped_column(sa.ForeignKey(target, ondelete="CASCADE"), **kw)

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = primary_key()
    kind: Mapped[Kind] = enum_column(Kind, nullable=False)
    parent_id: Mapped[Optional[int]] = fk("a.id", index=True)
    other_id: Mapped[int] = fk("a.id")
