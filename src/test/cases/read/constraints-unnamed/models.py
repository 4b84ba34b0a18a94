import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class T(Base):
    __tablename__ = "t"
    __table_args__ = (
        sa.UniqueConstraint("a", "b"),
        sa.CheckConstraint("a > 0"),
        sa.ForeignKeyConstraint(["b"], ["t.id"]),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int]
    b: Mapped[int] = mapped_column(unique=True)
