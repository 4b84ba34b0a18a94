op.drop_table(table_name="t", schema="s", if_exists=True)
op.drop_table("u", schema="s")
