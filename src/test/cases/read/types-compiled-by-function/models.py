import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Packed(sa.JSON):
    pass

@compiles(Packed, "sqlite")
def _(element, compiler, **kw):
    return "JSONB"

class Short(sa.types.UserDefinedType):
    def get_col_spec(self, **kw):
        return "SHORT"

@compiles(Short)
def _(element, compiler, **kw):
    return "INTEGER"

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    p = sa.Column(Packed)
    q = sa.Column(Packed())
