op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.Integer(), nullable=True))
op.alter_column("t", "a", existing_type=sa.Integer(), nullable=False)
op.alter_column("t", "a", existing_type=sa.Integer(), existing_nullable=False, new_column_name="b")
op.alter_column("t", "b", existing_type=sa.Integer(), type_=sa.BigInteger(), existing_nullable=False)
