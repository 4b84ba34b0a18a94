import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class T(Base):
    __tablename__ = "t"
    __table_args__ = (sa.Index("ix1", "a", "b"), sa.Index("ix2", "b", unique=True), sa.Index(None, "a", "b"))
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int]
    b: Mapped[int] = mapped_column(index=True)
