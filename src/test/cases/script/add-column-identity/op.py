op.add_column("t", sa.Column("b", sa.Integer(), sa.Identity(always=False, start=3), nullable=False))
