import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True)
    code: Mapped[str] = mapped_column(sa.String(7), unique=True)

class B(Base):
    __tablename__ = "b"
    id = sa.Column(sa.ForeignKey("a.id"), primary_key=True)
    code = sa.Column(sa.ForeignKey(A.code, onupdate="CASCADE", deferrable=True, initially="DEFERRED"))

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    b_id: Mapped[int] = mapped_column(sa.ForeignKey("b.id"))
