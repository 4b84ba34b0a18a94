op.drop_column("t", "a", schema="s")
