op.create_index("ix_t_a", "t", ["a"])

op.create_index("ix_t_a_b", "t", ["a", "b"], unique=True)

op.create_index("ix_t_a", "t", ["a"], schema="s")

op.create_index("ix_t_a", "t", ["a"], if_not_exists=True)

op.create_index("ix_t_a", "t", [sa.column("a").desc(), "b"])

op.drop_index("ix_t_a", "t")

op.drop_index("ix_t_a", "t", schema="s")

op.drop_index("ix_t_a", table_name="t", if_exists=True)

op.create_table("u", sa.Column("a", sa.Integer(), index=True))
