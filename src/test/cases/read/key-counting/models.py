import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.BigInteger, primary_key=True)

class B(Base):
    __tablename__ = "b"
    id = sa.Column(sa.ForeignKey("a.id"), primary_key=True)

class C(Base):
    __tablename__ = "c"
    id = sa.Column(sa.Integer, primary_key=True, autoincrement=False)

class D(Base):
    __tablename__ = "d"
    id = sa.Column(sa.SmallInteger, primary_key=True)

class E(Base):
    __tablename__ = "e"
    id = sa.Column(sa.Integer, primary_key=True, server_default="5")

class F(Base):
    __tablename__ = "f"
    id = sa.Column(sa.Integer, primary_key=True, default=5)

class G(Base):
    __tablename__ = "g"
    id = sa.Column(sa.String(5), primary_key=True)

class H(Base):
    __tablename__ = "h"
    id = sa.Column(sa.Integer, sa.ForeignKey("a.id"), primary_key=True, autoincrement="ignore_fk")
