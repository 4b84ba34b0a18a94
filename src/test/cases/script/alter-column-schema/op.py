op.create_table("t", sa.Column("a", sa.Integer(), nullable=True), schema="s")
op.alter_column("t", "a", existing_type=sa.Integer(), nullable=False, schema="s")
