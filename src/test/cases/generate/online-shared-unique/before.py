import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Hero(Base):
    __tablename__ = "hero"
    __table_args__ = (sa.UniqueConstraint("a", "b"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[str] = mapped_column(sa.Enum("A", "B", name="first"))
    b: Mapped[str] = mapped_column(sa.Enum("C", "D", name="second"))
