import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Hero(Base):
    __tablename__ = "hero"

    a: Mapped[int] = mapped_column(primary_key=True)
    b: Mapped[int] = mapped_column(primary_key=True)


class Deed(Base):
    __tablename__ = "deed"
    __table_args__ = (sa.ForeignKeyConstraint(["a", "b"], ["hero.a", "hero.b"], onupdate="CASCADE"), sa.UniqueConstraint("a", "b"))

    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int]
    b: Mapped[int]
