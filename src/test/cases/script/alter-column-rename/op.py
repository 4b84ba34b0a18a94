op.create_table("t", sa.Column("a", sa.Integer(), nullable=True))
op.alter_column("t", "a", new_column_name="b", existing_type=sa.Integer(), existing_nullable=True)
