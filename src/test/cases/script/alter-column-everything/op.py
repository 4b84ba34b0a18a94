op.create_table("t", sa.Column("a", sa.Integer(), nullable=True))
op.alter_column("t", "a", new_column_name="b", type_=sa.BigInteger(), existing_type=sa.Integer(), nullable=False, server_default="0")
