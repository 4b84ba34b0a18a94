import datetime

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declarative_mixin, declared_attr, mapped_column


class Base(DeclarativeBase):
    __abstract__ = True
    common: Mapped[int] = mapped_column(default=0, sort_order=99)


class IdMixin:
    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)


@declarative_mixin
class Stamp(IdMixin):
    made: Mapped[datetime.datetime] = mapped_column(server_default=sa.func.now())

    @declared_attr
    def by(cls) -> Mapped[str | None]:
        return mapped_column(sa.String(cls.BY_LENGTH), index=True)


class Middle(Base, Stamp):
    __abstract__ = True
    BY_LENGTH = 30
    middle: Mapped[str] = mapped_column(sa.String(4), comment="in the middle")


class A(Middle):
    __tablename__ = "a"
    own: Mapped[int]


class B(Middle):
    __tablename__ = "b"
    BY_LENGTH = 60
    made: Mapped[datetime.date]
    own: Mapped[int]
    middle = None
