op.create_table("t", sa.Column("a", sa.String(10), nullable=True), sa.Column("b", sa.Integer(), nullable=False))
op.alter_column("t", "a", existing_type=sa.String(10), type_=sa.Text(), existing_nullable=True)
op.alter_column("t", "b", existing_type=sa.Integer(), type_=sa.BigInteger(), existing_nullable=False)
