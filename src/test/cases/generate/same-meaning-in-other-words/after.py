
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


m = Base.metadata

sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("n", sa.Integer), sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("'2024-01-01 00:00:00+00'::timestamptz")), sa.Column("d", sa.Text), sa.Column("r", pg.INT4RANGE), sa.Column("s", sa.String(30)), sa.Column("tt", sa.Time(timezone=True), server_default="10:00:00+00"), sa.Column("iv", sa.Interval, server_default="1 day"),
 pg.ExcludeConstraint(("n", "="), name="ex", using="btree"))
sa.Index("ix_fts", sa.text("to_tsvector('english'::regconfig, d)"), postgresql_using="gin", _table=m.tables["t"])
sa.Index("ix_par", sa.text("lower(d)"), _table=m.tables["t"])
sa.Index("ix_ops", sa.text("lower(d)"), _table=m.tables["t"])
sa.Index("ix_ops2", m.tables["t"].c.r, postgresql_using="gist")
sa.Index("ix_ops3", m.tables["t"].c.s)
