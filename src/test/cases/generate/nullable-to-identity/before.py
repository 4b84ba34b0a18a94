
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


m = Base.metadata

sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("n", sa.Integer))
