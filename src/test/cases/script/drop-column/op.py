op.drop_column("t", "a")
op.drop_column("t", "b", schema="s", if_exists=True)
op.drop_column(table_name="t", column_name="c")
