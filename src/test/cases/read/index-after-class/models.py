import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int]
    b: Mapped[str] = mapped_column(sa.String(9))

sa.Index("ix_after", T.a, T.b)
sa.Index("ix_lower", sa.func.lower(T.b))
sa.Index("ix_table", T.__table__.c.a, unique=True)
