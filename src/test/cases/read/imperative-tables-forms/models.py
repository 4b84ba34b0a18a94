import sqlalchemy as sa
from sqlalchemy import orm
from sqlalchemy.orm import registry

mapper_registry = registry(metadata=sa.MetaData(schema="app"))

parent = sa.Table(
    "parent",
    mapper_registry.metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(20), sa.CheckConstraint("name <> ''"), unique=True),
    sa.Column("kind", sa.String(5), key="k", index=True),
    sa.UniqueConstraint("name", "k"),
    comment="parents",
    info={"skip": False},
)
child = parent.to_metadata(mapper_registry.metadata, name="child")
local = sa.Table("local", mapper_registry.metadata, sa.Column("id", sa.Integer, sa.ForeignKey(parent.c.id), primary_key=True), schema="own")
plain = sa.Table("plain", sa.MetaData(), sa.Column("x", sa.Integer))


class Parent:
    pass


class Child:
    pass


mapper_registry.map_imperatively(Parent, parent, properties={"children": orm.relationship(Child, primaryjoin=sa.true(), foreign_keys=[child.c.id])})
mapper_registry.map_imperatively(Child, child)
