op.add_column("t", sa.Column("a", sa.Integer(), server_default="0", nullable=False))
op.add_column("t", sa.Column("b", sa.DateTime(), server_default=sa.func.now(), nullable=False))
op.add_column("t", sa.Column("c", sa.Boolean(), server_default=sa.false(), nullable=False))
op.add_column("t", sa.Column("d", sa.String(20), server_default=sa.text("'x'")))
