op.rename_table("t", "u")
