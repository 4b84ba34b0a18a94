import enum

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = sa.MetaData(naming_convention={"ck": "ck_%(table_name)s_%(constraint_name)s"})


class Level(enum.Enum):
    low = 1
    high = 2


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    flag = sa.Column(sa.Boolean(create_constraint=True, name="flag"))
    level = sa.Column(sa.Enum(Level, native_enum=False, create_constraint=True))
    other = sa.Column(sa.Enum("a", "b", native_enum=False, create_constraint=True, name="other_kind"))
