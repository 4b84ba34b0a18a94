op.alter_column("t", "a", type_=sa.Integer(), postgresql_using="a::integer")

op.alter_column("t", "a", type_=sa.Text(), schema="s")

op.alter_column("t", "a", server_default=sa.Identity(), existing_server_default=None)

op.alter_column("t", "a", server_default=sa.Identity(always=True, start=10), existing_server_default=None)

op.alter_column("t", "b", server_default=None, existing_server_default=sa.Identity())

op.alter_column("t", "b", server_default=sa.Identity(always=True), existing_server_default=sa.Identity())

op.alter_column("t", "b", server_default=sa.Identity(always=True, increment=3, cache=4), existing_server_default=sa.Identity())

op.alter_column("t", "a", server_default=sa.func.now())
