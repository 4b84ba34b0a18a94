op.drop_column(table_name="t", column_name="a", schema="s")
op.drop_column("t", column_name="b", if_exists=True)
