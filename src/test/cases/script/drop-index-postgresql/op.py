op.drop_index("ix_a", table_name="t", postgresql_using="gin")
op.drop_index("ix_b", "t")
op.drop_index("ix_c")
op.drop_index("ix_d", table_name="t", postgresql_where=sa.text("a > 0"))
