op.alter_column("t", "a", nullable=False, existing_type=sa.String(10), existing_server_default="x", existing_comment="c")

op.alter_column("t", "a", type_=sa.String(20), existing_type=sa.String(10), existing_nullable=False, existing_server_default="x", existing_comment="c")

op.alter_column("t", "d", server_default=sa.func.now(), existing_type=sa.DateTime(), existing_nullable=True)

op.alter_column("t", "id", type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=False, existing_autoincrement=True)

op.alter_column("t", "a", new_column_name="z", existing_type=sa.String(10), existing_nullable=False, existing_server_default="x", existing_comment="c")

op.alter_column("t", "a", comment=None, existing_type=sa.String(10), existing_nullable=False, existing_server_default="x", existing_comment="c")
