op.create_table_comment("t", "what it's for", existing_comment=None)
op.create_table_comment("t", comment="other", schema="s")
op.drop_table_comment("t", existing_comment="other")
