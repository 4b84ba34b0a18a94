op.drop_index("ix_a", table_name="t", schema="s")
