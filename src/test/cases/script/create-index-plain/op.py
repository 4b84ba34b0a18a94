op.create_index("ix_a", "t", ["a"])
op.create_index("ix_ab", "t", ["a", "b"], unique=True)
op.create_index(op.f("ix_t_c"), "t", ["c"], unique=False)
op.create_index(index_name="ix_d", table_name="t", columns=["d"])
