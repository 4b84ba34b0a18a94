import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True)
    code = sa.Column("the_code", sa.String(7), unique=True)


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int] = mapped_column(sa.ForeignKey(A.id), unique=True)
    code = sa.Column(sa.ForeignKey(A.code))
    key = sa.Column(None, sa.ForeignKey("a.the_code"))
    third = sa.Column(sa.ForeignKey("c.b"))


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    b = sa.Column(sa.ForeignKey("b.a"), unique=True)
