import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from typing import Optional


class Base(DeclarativeBase):
    pass


class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[Optional[int]] = mapped_column(nullable=False)
    b: Mapped[int] = mapped_column(nullable=True)
    c = mapped_column(sa.Integer)
    d = sa.Column(sa.Integer, nullable=False)
