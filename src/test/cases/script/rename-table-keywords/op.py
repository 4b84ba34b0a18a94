op.rename_table(old_table_name="a", new_table_name="b", schema="s")
op.rename_table("c", new_table_name="d")
