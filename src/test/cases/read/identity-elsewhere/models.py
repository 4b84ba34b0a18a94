import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(sa.BigInteger, sa.Identity(start=5), primary_key=True)
    n: Mapped[int] = mapped_column(sa.Identity())
