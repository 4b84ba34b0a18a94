import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    __table_args__ = {"comment": "it's a table"}
    id = sa.Column(sa.Integer, primary_key=True, comment="the key")
    b: Mapped[int] = mapped_column(comment="bee", doc="not this")
