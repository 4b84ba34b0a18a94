import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class T(Base):
    __tablename__ = "t"
    __table_args__ = (sa.Index(None, "a", "b"), sa.Index(None, sa.desc("a")))
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int]
    b: Mapped[str] = mapped_column(sa.String(5))


sa.Index(None, sa.func.lower(T.b))
sa.Index(None, T.b, sa.func.abs(T.a))
