op.drop_column("t", "a")
op.drop_column(table_name="t", column_name="b")
