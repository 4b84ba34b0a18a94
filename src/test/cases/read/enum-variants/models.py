import enum

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Size(str, enum.Enum):
    small = "S"
    large = "L"
    huge = "L"


class Auto(enum.StrEnum):
    first_one = enum.auto()
    second = enum.auto()


class Number(enum.IntEnum):
    one = 1
    two = 2


class Flagged(enum.Flag):
    a = enum.auto()
    b = enum.auto()


Functional = enum.Enum("Functional", "north south", module=__name__)
Pairs = enum.Enum("Pairs", {"left": 1, "right": 2})


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    size: Mapped[Size]
    auto: Mapped[Auto | None]
    number: Mapped[Number] = mapped_column(sa.Enum(Number, name="numbers"))
    functional: Mapped[Functional]
    pairs = sa.Column(sa.Enum(Pairs))
    values = sa.Column(sa.Enum(Size, values_callable=lambda kind: [it.value for it in kind], name="size_values"))
    part = sa.Column(sa.Enum(*[it.name for it in Number if it > 1], name="part"))
    length = sa.Column(sa.Enum(Auto, native_enum=False, length=30))
    short = sa.Column(sa.Enum(Size, native_enum=False, name="short"))
    pg = sa.Column(sa.String(9).with_variant(postgresql.ENUM(Size, name="pg_size"), "postgresql"))
    nocreate = sa.Column(sa.String(9).with_variant(postgresql.ENUM("p", "q", name="made_elsewhere", create_type=False), "postgresql"))
