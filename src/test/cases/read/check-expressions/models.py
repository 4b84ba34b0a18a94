import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int] = mapped_column()
    b: Mapped[int] = mapped_column()
    name: Mapped[str] = mapped_column(sa.String(9))
    done: Mapped[bool] = mapped_column()
    __table_args__ = (
        sa.CheckConstraint(a > 0, name="c1"),
        sa.CheckConstraint(sa.and_(a > 0, b < 10), name="c2"),
        sa.CheckConstraint(sa.or_(a > 0, sa.and_(b < 10, a != 3)), name="c3"),
        sa.CheckConstraint(a.in_([1, 2, 3]), name="c4"),
        sa.CheckConstraint(name.in_(["x", "it's"]), name="c5"),
        sa.CheckConstraint(name.isnot(None), name="c6"),
        sa.CheckConstraint((a + b) * 2 > 5, name="c7"),
        sa.CheckConstraint(sa.func.length(name) > 3, name="c8"),
        sa.CheckConstraint(~(a > b), name="c9"),
        sa.CheckConstraint((a > 0) | (b > 0), name="c10"),
        sa.CheckConstraint((a == None) == (b == None), name="c11"),  # noqa: E711
        sa.CheckConstraint(name.like("x%"), name="c12"),
        sa.CheckConstraint(sa.text("a <> b"), name="c13"),
        sa.CheckConstraint(a.between(1, 5), name="c14"),
        sa.CheckConstraint(sa.not_(a.in_([4])), name="c15"),
    )
