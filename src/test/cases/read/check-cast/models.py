import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    a = sa.Column(sa.Integer)
    b = sa.Column(sa.Integer)
    c = sa.Column(sa.String(20))
    d = sa.Column(sa.Boolean)
    __table_args__ = (sa.CheckConstraint(sa.cast(a, sa.String(5)) == c, name="k"),)
