op.create_table("a", sa.Column("id", sa.Integer(), sa.Identity(), nullable=False), sa.Column("m", sa.Integer(), sa.Identity(always=True, start=5, increment=2, minvalue=1, maxvalue=99, cycle=True, cache=3), nullable=False), sa.Column("n", sa.Integer(), sa.Identity(start=1), nullable=True))

op.create_table("b", sa.Column("w", sa.Integer()), sa.Column("x", sa.Integer(), sa.Computed("w * 2", persisted=True)), sa.Column("y", sa.Integer(), sa.Computed("w + 1"), nullable=False))

op.create_table("c", sa.Column("w", sa.Integer()), sa.Column("z", sa.Integer(), sa.Computed("w * 2", persisted=False)))

op.create_table("d", sa.Column("id", sa.Integer(), sa.Identity(), primary_key=True))
