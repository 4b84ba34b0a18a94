import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[str] = mapped_column(sa.String(40))
    last: Mapped[str] = mapped_column(sa.String(40))
    initial: Mapped[str] = mapped_column(sa.Text, sa.Computed("left(first, 1)", persisted=True))
