op.create_table("t", sa.Column("a", sa.Boolean(), server_default=sa.true()), sa.Column("b", sa.Boolean(), server_default=sa.false(), nullable=False))
