import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.sql.expression import FunctionElement
from sqlalchemy.sql import functions


class utcnow(FunctionElement):
    type = sa.DateTime()
    inherit_cache = True


@compiles(utcnow, "postgresql")
def pg_utcnow(element, compiler, **kw):
    return "TIMEZONE('utc', CURRENT_TIMESTAMP)"


@compiles(utcnow)
def any_utcnow(element, compiler, **kw):
    return "CURRENT_TIMESTAMP"


class gen_id(functions.GenericFunction):
    type = sa.String()
    inherit_cache = True


@compiles(gen_id, "sqlite")
def sqlite_id(element, compiler, **kw):
    return "(lower(hex(randomblob(16))))"


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[str] = mapped_column(sa.String(40), server_default=gen_id(), primary_key=True)
    made = sa.Column(sa.DateTime, server_default=utcnow())
