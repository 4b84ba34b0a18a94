
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


m = Base.metadata

sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("s", sa.String(30)), pg.ExcludeConstraint(("s", "="), name="ex", using="btree", ops={"s": "text_pattern_ops"}))
sa.Table("u", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("s", sa.String(30)), pg.ExcludeConstraint(("s", "="), name="ex2", using="btree", ops={"s": "text_pattern_ops"}))
