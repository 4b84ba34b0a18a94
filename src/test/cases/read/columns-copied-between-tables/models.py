import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


base = sa.Table(
    "base",
    Base.metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kind", sa.String(5), nullable=False, index=True, comment="kind"),
    sa.Column("parent_id", sa.Integer, sa.ForeignKey("base.id")),
    sa.Column("state", sa.Enum("a", "b", name="state"), server_default="a"),
    sa.Column("total", sa.Integer, sa.CheckConstraint("total > 0")),
    sa.Column("made_at", sa.DateTime, server_default=sa.func.now(), key="made"),
)

copied = sa.Table("copied", Base.metadata, *[c._copy() for c in base.columns])
named = sa.Table("named", Base.metadata, *(sa.Column(c.name, c.type, primary_key=c.primary_key, nullable=c.nullable) for c in base.c if c.name != "made_at"))
some = sa.Table("some", Base.metadata, base.c.id._copy(), base.columns["kind"]._copy(), sa.Column("state2", base.c.state.type))
without = [c for c in base.columns if c.name not in {"id", "total"} and not c.foreign_keys]
rest = sa.Table("rest", Base.metadata, sa.Column("key", sa.Integer, primary_key=True), *[sa.Column(c.name, c.type) for c in without])
