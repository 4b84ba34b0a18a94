import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.Integer, primary_key=True)
    c1 = sa.Column(sa.String(10, collation="C"))
    c2 = sa.Column(sa.Text(collation="C"))
