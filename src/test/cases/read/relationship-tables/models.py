import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, backref, mapped_column, relationship
from sqlalchemy.ext.associationproxy import association_proxy


class Base(DeclarativeBase):
    pass


a_b = sa.Table(
    "a_b",
    Base.metadata,
    sa.Column("a_id", sa.ForeignKey("a.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("b_id", sa.ForeignKey("b.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("at", sa.DateTime, server_default=sa.func.now()),
)


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[list["B"]] = relationship(secondary=a_b, back_populates="items")
    cs = relationship("C", secondary=lambda: a_c, backref=backref("parents"))
    names = association_proxy("bs", "id")


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    items: Mapped[list[A]] = relationship(secondary="a_b", back_populates="bs")


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)


a_c = sa.Table("a_c", Base.metadata, sa.Column("a", sa.ForeignKey(A.id)), sa.Column("c", sa.ForeignKey(C.id)), sa.UniqueConstraint("a", "c"))
