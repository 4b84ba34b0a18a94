op.add_column("t", sa.Column("a", sa.Integer(), index=True))
