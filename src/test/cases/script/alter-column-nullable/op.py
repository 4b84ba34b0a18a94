op.create_table("t", sa.Column("a", sa.Integer(), nullable=True), sa.Column("b", sa.String(10), nullable=False))
op.alter_column("t", "a", existing_type=sa.Integer(), nullable=False)
op.alter_column("t", "b", existing_type=sa.String(10), nullable=True)
