op.create_table("t", sa.Column("a", sa.Integer(), nullable=True), sa.Column("b", sa.String(10), nullable=True))
op.alter_column("t", "a", existing_type=sa.Integer(), server_default="5")
op.alter_column("t", "a", existing_type=sa.Integer(), server_default=None)
op.alter_column("t", "b", existing_type=sa.String(10), server_default=sa.text("'x'"))
