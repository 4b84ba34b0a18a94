import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    t = sa.Column(sa.TIMESTAMP)
    u = sa.Column(sa.TIMESTAMP(timezone=True))
    d = sa.Column(sa.DATE)
    e = sa.Column(sa.TIME)
