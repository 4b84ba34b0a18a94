op.add_column("t", sa.Column("b", sa.Integer(), sa.Computed("a + 1", persisted=True)))
