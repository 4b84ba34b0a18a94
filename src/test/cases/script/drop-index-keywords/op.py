op.drop_index(index_name="ix_t_a", table_name="t", schema="s")
op.drop_index("ix_t_b", table_name="t")
