import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class T(Base):
    __tablename__ = "t"
    __table_args__ = (
        sa.UniqueConstraint("a", name="uq_a", deferrable=True, initially="DEFERRED"),
        sa.UniqueConstraint("b", name="uq_b", postgresql_nulls_not_distinct=True),
        sa.PrimaryKeyConstraint("id", "a", name="t_key"),
        sa.ForeignKeyConstraint(["b", "a"], ["u.x", "u.y"], name="fk_u", onupdate="CASCADE", ondelete="SET NULL", match="FULL"),
    )
    id = sa.Column(sa.Integer)
    a = sa.Column(sa.Integer)
    b = sa.Column(sa.Integer)

class U(Base):
    __tablename__ = "u"
    x: Mapped[int] = mapped_column(primary_key=True)
    y: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
