import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[int]
    y: Mapped[int] = mapped_column(sa.String(9))


A.__table__.c.x.nullable = True
A.__table__.c.x.server_default = sa.DefaultClause("7")
A.__table__.c["y"].comment = "set later"
A.__table__.comment = "the table"
A.z = mapped_column(sa.Integer, sa.ForeignKey("a.id"), index=True)
sa.Index("ix_late", A.x, A.y.desc())
sa.UniqueConstraint(A.__table__.c.x, name="uq_late")
A.__table__.append_constraint(sa.CheckConstraint("x > 1", name="late_check"))
A.__table__.indexes.add(sa.Index("ix_never_twice", A.__table__.c.y))
