op.create_unique_constraint("uq_a", "t", ["a"])
op.create_unique_constraint("uq_ab", "t", ["a", "b"], schema="s")
op.create_unique_constraint(constraint_name="uq_c", table_name="t", columns=["c"])
