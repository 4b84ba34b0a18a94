import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    x = sa.Column(sa.Integer, primary_key=True)
    y = sa.Column(sa.Integer, primary_key=True, autoincrement=True)

class B(Base):
    __tablename__ = "b"
    x = sa.Column(sa.Integer, primary_key=True)
    y = sa.Column(sa.Integer, primary_key=True)
