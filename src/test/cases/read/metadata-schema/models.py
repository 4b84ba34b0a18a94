import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
import enum


class Base(DeclarativeBase):
    metadata = sa.MetaData(schema="app")

class Color(enum.Enum):
    RED = 1

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    c: Mapped[Color] = mapped_column(index=True)

class B(Base):
    __tablename__ = "b"
    __table_args__ = {"schema": "other"}
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(sa.ForeignKey("a.id"))
    b_id: Mapped[int] = mapped_column(sa.ForeignKey("other.b.id"))
