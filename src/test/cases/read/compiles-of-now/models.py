import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.sql import functions


@compiles(functions.now, "sqlite")
def sqlite_now(element, compiler, **kw):
    return "(strftime('%Y-%m-%d %H:%M:%f', 'now'))"


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    made = sa.Column(sa.DateTime, server_default=sa.func.now())
    other = sa.Column(sa.DateTime, server_default=functions.now())
    third = sa.Column(sa.DateTime, server_default=sa.func.current_timestamp())
