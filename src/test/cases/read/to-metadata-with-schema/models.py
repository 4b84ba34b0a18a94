import sqlalchemy as sa

metadata = sa.MetaData()
other = sa.MetaData(schema="audit")

parent = sa.Table("parent", metadata, sa.Column("id", sa.Integer, primary_key=True))
child = sa.Table(
    "child",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("parent_id", sa.ForeignKey("parent.id", ondelete="CASCADE"), index=True),
    sa.Column("self_id", sa.Integer, sa.ForeignKey("child.id")),
    sa.Column("kind", sa.String(4), nullable=False),
    sa.UniqueConstraint("parent_id", "kind", name="uq_child"),
    sa.Index("ix_child_kind", "kind"),
    comment="children",
)
sa.Index("ix_child_self", child.c.self_id.desc(), child.c.kind)
sa.UniqueConstraint(child.c.self_id, name="uq_child_self")
direct = sa.Table("direct", metadata, sa.Column("id", sa.ForeignKey(parent.c.id), primary_key=True))
parent.to_metadata(metadata, schema="archive")
direct.to_metadata(metadata, schema="archive")
direct.to_metadata(metadata, name="direct_twin")
child.to_metadata(metadata, schema="archive")
parent.to_metadata(other)
child.to_metadata(other, name="child_copy")
child.to_metadata(metadata, name="child_twin")
kept = parent.to_metadata(other, schema=None, name="kept")
sa.Index("ix_kept", kept.c.id)
sa.Index("ix_child_after", child.c.kind, child.c.id)
for index in range(2):
    copied = child.to_metadata(metadata, name=f"child_{index}")
    copied.append_column(sa.Column("number", sa.Integer, server_default=str(index)))
