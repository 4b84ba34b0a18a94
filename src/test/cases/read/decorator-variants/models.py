import enum

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


class Colour(enum.IntEnum):
    red = 1
    green = 2


class IntEnum(TypeDecorator):
    impl = sa.Integer
    cache_ok = True

    def __init__(self, kind, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind

    def process_bind_param(self, value, dialect):
        return int(value)


class Longer(IntEnum):
    impl = sa.SmallInteger


class Short(TypeDecorator):
    impl = sa.String(12)
    cache_ok = True


class Shorter(Short):
    impl = sa.String(6)
    cache_ok = True


class Stamp(TypeDecorator):
    impl = sa.DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self):
        return int


class Comma(TypeDecorator[list]):
    impl = sa.Unicode

    def __init__(self, length: int = 40):
        super().__init__(length)


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[Colour] = mapped_column(IntEnum(Colour))
    b: Mapped[Colour | None] = mapped_column(Longer(Colour))
    c = sa.Column(Short)
    d = sa.Column(Shorter())
    e = sa.Column(Stamp, server_default=sa.func.now())
    f = sa.Column(Comma)
    g = sa.Column(Comma(9), nullable=False)
    h = sa.Column(Short(99))
