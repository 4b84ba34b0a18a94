op.drop_index("ix_a", table_name="t")
op.drop_index(op.f("ix_t_b"), table_name="t")
