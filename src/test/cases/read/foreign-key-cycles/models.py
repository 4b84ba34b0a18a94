import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    b_id: Mapped[int | None] = mapped_column(sa.ForeignKey("b.id", use_alter=True, name="fk_a_b"))


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(sa.ForeignKey("a.id", name="fk_b_a", deferrable=True, initially="DEFERRED"))
    c_id: Mapped[int | None] = mapped_column(sa.ForeignKey("c.id", name="fk_b_c"))


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    b_id: Mapped[int | None] = mapped_column(sa.ForeignKey("b.id", name="fk_c_b", onupdate="cascade", ondelete="set null"))
    self_id: Mapped[int | None] = mapped_column(sa.ForeignKey("c.id"))
