op.drop_column("t", "a", if_exists=True)
