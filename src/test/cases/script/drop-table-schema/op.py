op.drop_table("t", schema="s")
op.drop_table(table_name="u", schema="s", if_exists=True)
