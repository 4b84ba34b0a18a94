op.add_column("t", sa.Column("a", sa.Integer(), unique=True))
op.add_column("t", sa.Column("b", sa.Integer(), unique=True, index=True))
