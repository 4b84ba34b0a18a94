op.create_table("t", sa.Column("a", sa.Integer(), comment="first"), sa.Column("b", sa.String(5), server_default="x", nullable=False, comment="it's"), comment="the table's")

op.create_table_comment("t", "new", existing_comment="old")

op.create_table_comment("t", "in schema", schema="s")

op.drop_table_comment("t", existing_comment="old")
