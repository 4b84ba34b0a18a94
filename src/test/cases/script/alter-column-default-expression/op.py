op.alter_column("t", "a", server_default=sa.func.now(), existing_type=sa.DateTime())
op.alter_column("t", "b", server_default=sa.text("gen_random_uuid()"), existing_type=sa.Uuid())
op.alter_column("t", "c", server_default=sa.true(), existing_type=sa.Boolean())
op.alter_column("t", "d", server_default=None, existing_type=sa.Integer())
