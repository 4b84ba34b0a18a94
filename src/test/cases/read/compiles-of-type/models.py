import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, INET, JSONB, TSVECTOR
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import BigInteger, UserDefinedType


@compiles(JSONB, "sqlite")
def jsonb_on_sqlite(type_, compiler, **kw):
    return "JSON"


@compiles(BigInteger, "sqlite")
def big_on_sqlite(type_, compiler, **kw):
    return "INTEGER"


@compiles(sa.String, "mysql")
def string_on_mysql(type_, compiler, **kw):
    length = type_.length or 255
    return "VARCHAR(%d)" % length


@compiles(TSVECTOR, "sqlite")
@compiles(TSVECTOR, "mysql")
def vector_elsewhere(type_, compiler, **kw):
    return "TEXT"


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    name = sa.Column(sa.String)
    short = sa.Column(sa.String(5))
    search = sa.Column(TSVECTOR)
    data = sa.Column(JSONB().with_variant(sa.JSON(), "mysql"))
