import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "order"
    id = sa.Column("Id", sa.Integer, primary_key=True)
    user = sa.Column(sa.String(9), index=True)
    group = sa.Column("group", sa.Integer, sa.ForeignKey("user.id"))
    __table_args__ = (sa.CheckConstraint(sa.column("group") > 0, name="g"),)

class User(Base):
    __tablename__ = "user"
    id = sa.Column(sa.Integer, primary_key=True)
