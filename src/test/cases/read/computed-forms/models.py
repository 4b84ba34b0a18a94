import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[str] = mapped_column(sa.String(20))
    last: Mapped[str] = mapped_column(sa.String(20))
    full: Mapped[str] = mapped_column(sa.String(41), sa.Computed("first || ' ' || last", persisted=True))
    size: Mapped[int] = mapped_column(sa.Computed(sa.func.length(sa.column("first")), persisted=False))
    both: Mapped[int | None] = mapped_column(sa.Computed(sa.text("id + 1")))
    twice = sa.Column(sa.Integer, sa.Computed(sa.literal_column("id") * 2, persisted=True), nullable=False, index=True)
