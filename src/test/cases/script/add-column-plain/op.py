op.add_column("t", sa.Column("a", sa.Integer(), nullable=True))
op.add_column("t", sa.Column("b", sa.String(10), nullable=False, server_default="x"))
op.add_column(table_name="t", column=sa.Column("c", sa.Boolean(), nullable=True))
