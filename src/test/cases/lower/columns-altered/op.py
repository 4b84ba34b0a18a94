op.alter_column("t", "a", nullable=False, existing_type=sa.Integer())

op.alter_column("t", "a", nullable=True, existing_type=sa.Integer())

op.alter_column("t", "a", type_=sa.BigInteger(), existing_nullable=True)

op.alter_column("t", "a", server_default="5", existing_type=sa.Integer())

op.alter_column("t", "a", server_default=sa.text("6"), existing_type=sa.Integer())

op.alter_column("t", "a", server_default=None, existing_type=sa.Integer())

op.alter_column("t", "a", new_column_name="z", existing_type=sa.Integer())

op.alter_column("t", "a", type_=sa.String(20), nullable=False, server_default="x", comment="c", new_column_name="z")
