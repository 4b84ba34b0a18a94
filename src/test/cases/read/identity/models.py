import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.Integer, sa.Identity(), primary_key=True)

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(sa.BigInteger, sa.Identity(always=True, start=10, increment=5, cycle=True), primary_key=True)
    n = sa.Column(sa.Integer, sa.Identity(minvalue=1, maxvalue=100, cache=3))
