import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(sa.CheckConstraint("id > 0"), primary_key=True)
    a = sa.Column(sa.Integer, sa.CheckConstraint("a <> 4", name="a_not_four"))
    b = sa.Column(sa.String(9))
    c = sa.Column(sa.Date)
    d = sa.Column(sa.Date)
    e = sa.Column(sa.Numeric(8, 2))
    __table_args__ = (
        sa.CheckConstraint("d IS NULL OR d > c", name="order"),
        sa.CheckConstraint(sa.func.length(b) > 3, name="long"),
        sa.CheckConstraint(b.in_(["x", "y"]), name="in"),
        sa.CheckConstraint(sa.text("e BETWEEN 0 AND 1"), name="range"),
        sa.CheckConstraint((c < d) | d.is_(None), name="dates"),
        sa.CheckConstraint(b.regexp_match("^[a-z]+$"), name="pattern"),
        sa.CheckConstraint(sa.and_(e >= 0, sa.not_(e == 100)), name="both"),
        sa.CheckConstraint(f"b <> '{'none'}'", name="formatted"),
        sa.CheckConstraint("b LIKE 'a%'", name="percent"),
    )
