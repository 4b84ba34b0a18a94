import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(
        sa.Identity(always=True, start=7, increment=3, minvalue=1, maxvalue=900, cycle=True, cache=10), primary_key=True
    )
    down: Mapped[int] = mapped_column(sa.BigInteger, sa.Identity(start=-1, increment=-1, minvalue=-100, maxvalue=-1))


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(sa.SmallInteger, sa.Identity(nominvalue=True, nomaxvalue=True), primary_key=True)


class C(Base):
    __tablename__ = "c"
    a: Mapped[int] = mapped_column(sa.ForeignKey("a.id"), primary_key=True)
    b: Mapped[int] = mapped_column(sa.Identity(), primary_key=True)
