op.rename_table("a", "b")

op.rename_table("a", "Order", schema="s")

op.drop_table("a")

op.drop_table("a", schema="s")
