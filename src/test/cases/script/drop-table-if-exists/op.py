op.drop_table("t", if_exists=True)
