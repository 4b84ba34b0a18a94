import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import UserDefinedType


class Base(DeclarativeBase):
    pass


class Point(UserDefinedType):
    cache_ok = True

    def __init__(self, precision=8):
        self.precision = precision

    def get_col_spec(self, **kw):
        return "amount(%s)" % self.precision

class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.Integer, primary_key=True)
    c1 = sa.Column(Point(3))
    c2 = sa.Column(Point)
