import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class T(Base):
    __tablename__ = "t"
    __table_args__ = (
        sa.Index("ix1", "a", sqlite_where=sa.text("a > 0"), postgresql_where=sa.text("a > 1")),
        sa.Index("ix2", "a", postgresql_where=sa.text("a > 1")),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int]
