import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.dialects.postgresql import UUID
from sqlalchemy.ext.mutable import MutableDict
from sqlalchemy.types import TypeDecorator


class Base(DeclarativeBase):
    pass


class Lower(TypeDecorator):
    impl = sa.String
    cache_ok = True

class Money(TypeDecorator):
    impl = sa.Numeric(10, 2)
    cache_ok = True

class Guid(TypeDecorator):
    impl = sa.CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(UUID())
        return dialect.type_descriptor(sa.CHAR(32))

class Sized(TypeDecorator):
    impl = sa.String
    cache_ok = True

    def __init__(self, size, *args, **kwargs):
        self.size = size
        super().__init__(length=size * 2, *args, **kwargs)

class Json(TypeDecorator):
    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name != "postgresql":
            return super().load_dialect_impl(dialect)
        return dialect.type_descriptor(sa.JSON())

class A(Base):
    __tablename__ = "a"
    id = sa.Column(Guid, primary_key=True)
    c1 = sa.Column(Lower(20))
    c2 = sa.Column(Money)
    c3 = sa.Column(Money())
    c4 = sa.Column(Sized(5))
    c5 = sa.Column(Json)
    c6 = sa.Column(MutableDict.as_mutable(sa.JSON))
    c7 = sa.Column(MutableDict.as_mutable(Json()))
