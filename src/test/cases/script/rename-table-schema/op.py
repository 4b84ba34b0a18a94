op.rename_table("t", "u", schema="s")
op.rename_table(old_table_name="v", new_table_name="w", schema="s")
