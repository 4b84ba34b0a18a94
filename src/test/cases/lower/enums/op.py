op.create_table("t", sa.Column("m", sa.Enum("sad", "it's ok", name="mood"), server_default="sad", nullable=False))

op.add_column("t", sa.Column("n", sa.Enum("sad", "it's ok", name="mood")))

op.create_table("u", sa.Column("m", sa.Enum("A", "B", name="Kind", schema="s")), schema="s")
