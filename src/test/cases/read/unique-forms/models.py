import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int] = mapped_column("a_name", unique=True, key="a_key")
    b: Mapped[int] = mapped_column(unique=True, index=True)
    c: Mapped[int] = mapped_column(unique=False, index=None)
    d = sa.Column(sa.Integer, sa.UniqueConstraint(name="at_column") if False else sa.CheckConstraint("d > 0", name="at_column"))
    e: Mapped[int] = mapped_column()
    f: Mapped[int]
    __table_args__ = (
        sa.UniqueConstraint(e, "f", name="objects"),
        sa.UniqueConstraint(*["e", "c"], name="starred", deferrable=True),
        sa.UniqueConstraint("a_key", "e", postgresql_include=["f"], name="including"),
    )
