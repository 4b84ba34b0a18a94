import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int] = mapped_column()
    name: Mapped[str] = mapped_column(sa.String(9))
    flag: Mapped[bool] = mapped_column()
    __table_args__ = (
        sa.CheckConstraint(sa.case((sa.text("a > 1"), 1), else_=0) == 1, name="c1"),
        sa.CheckConstraint(name + "x" != "yx", name="c2"),
        sa.CheckConstraint(flag.is_(True), name="c3"),
        sa.CheckConstraint(sa.and_(flag, a > 1), name="c4"),
        sa.CheckConstraint(sa.not_(flag), name="c5"),
        sa.CheckConstraint(flag == False, name="c6"),  # noqa: E712
        sa.CheckConstraint(sa.func.coalesce(name, "") != "", name="c7"),
        sa.CheckConstraint(name.op("~")("^x"), name="c8"),
        sa.CheckConstraint(-a < 3, name="c9"),
        sa.CheckConstraint(a % 2 == 0, name="c10"),
        sa.CheckConstraint(sa.literal(5) > a, name="c11"),
        sa.CheckConstraint(~name.in_(["x"]), name="c12"),
        sa.CheckConstraint(name.is_distinct_from("x"), name="c13"),
        sa.CheckConstraint(sa.or_(a.is_(None), name.is_(None)) , name="c14"),
        sa.CheckConstraint(sa.and_(sa.or_(a > 1, a < 0), sa.or_(name == "x", name == "y")), name="c15"),
        sa.CheckConstraint(a - (a - 1) > 0, name="c16"),
        sa.CheckConstraint(sa.func.now() > sa.func.current_timestamp(), name="c17"),
        sa.CheckConstraint(name.not_like("x"), name="c18"),
    )
