import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int]

T.late = sa.Column(sa.Integer)
T.__table__.append_constraint(sa.UniqueConstraint("a", name="uq_late"))
T.__table__.append_column(sa.Column("later", sa.Integer))
