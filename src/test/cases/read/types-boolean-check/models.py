import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.Integer, primary_key=True)
    c1 = sa.Column(sa.Boolean(create_constraint=True, name="c1_bool"))
    c2 = sa.Column(sa.Enum("a", "b", name="e2", create_constraint=True))
