import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Line(Base):
    __tablename__ = "line"

    id: Mapped[int] = mapped_column(primary_key=True)
    price: Mapped[int]
    amount: Mapped[int]
    total: Mapped[int] = mapped_column(sa.Computed("price + amount", persisted=True))
