op.create_index(index_name="ix_t_a", table_name="t", columns=["a"], schema="s", unique=True)
op.create_index("ix_t_b", table_name="t", columns=["a", "b"])
