import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

TARGET = "parent"


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    __table_args__ = {"schema": "own"}
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column("the_code", sa.String(7), key="code", unique=True)


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    a = sa.Column(sa.Integer, sa.ForeignKey(f"own.{TARGET}.id"))
    b = sa.Column(sa.Integer, sa.ForeignKey(Parent.id, match="SIMPLE"))
    c = sa.Column(sa.String(7), sa.ForeignKey("own.parent.code"))
    d = sa.Column(sa.ForeignKey("own.parent.the_code", link_to_name=True))
    e = sa.Column(sa.Integer, sa.ForeignKey(Parent.__table__.c.id, ondelete="RESTRICT"))
    f = sa.Column(sa.Integer)
    g = sa.Column(sa.String(7))
    __table_args__ = (
        sa.ForeignKeyConstraint([f], [Parent.id], name="by_objects"),
        sa.ForeignKeyConstraint(columns=["g"], refcolumns=["own.parent.code"], ondelete="NO ACTION"),
    )
