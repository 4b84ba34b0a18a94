import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.Integer, sa.Sequence("a_seq"), primary_key=True, autoincrement=True)

class B(Base):
    __tablename__ = "b"
    id = sa.Column(sa.BigInteger, primary_key=True, autoincrement=True, default=lambda: 1)
