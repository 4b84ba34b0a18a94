import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    __table_args__ = (sa.UniqueConstraint("x"), {"comment": "base"})
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[int]


class B(A):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(sa.ForeignKey("a.id"), primary_key=True)
    y: Mapped[int]
