import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Mixin:
    created: Mapped[int] = mapped_column(sort_order=-1)
    late: Mapped[int] = mapped_column(sort_order=9)
    plain: Mapped[int]

class T(Mixin, Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    x = sa.Column(sa.Integer)
    name: Mapped[int]
