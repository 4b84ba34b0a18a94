op.create_table("t", sa.Column("id", sa.Integer(), sa.Identity(always=True, start=3), primary_key=True), sa.Column("n", sa.Integer(), nullable=False))
op.alter_column("t", "n", server_default=sa.Identity(), existing_server_default=None, existing_type=sa.Integer())
