import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    __table_args__ = {"schema": "s"}
    id = sa.Column(sa.Integer, primary_key=True)
    c1 = sa.Column(sa.Enum("a", name="e1", schema="x"))
    c2 = sa.Column(sa.Enum("b", name="e2"))
