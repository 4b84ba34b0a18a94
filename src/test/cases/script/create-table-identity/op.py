op.create_table("t", sa.Column("a", sa.Integer(), sa.Identity(always=True, start=5, increment=2), nullable=False), sa.PrimaryKeyConstraint("a"))
op.create_table("u", sa.Column("a", sa.BigInteger(), sa.Identity(), nullable=False), sa.PrimaryKeyConstraint("a"))
