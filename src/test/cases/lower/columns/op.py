op.add_column("t", sa.Column("c", sa.Integer()))

op.add_column("t", sa.Column("c", sa.String(10), server_default="x", nullable=False))

op.add_column("t", sa.Column("c", sa.Boolean(), server_default=sa.false(), nullable=False), schema="s")

op.add_column("t", sa.Column("order", sa.Integer(), nullable=False))

op.drop_column("t", "c")

op.drop_column("t", "order", schema="s")
