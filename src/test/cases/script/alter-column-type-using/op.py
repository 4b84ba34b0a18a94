op.alter_column("t", "a", existing_type=sa.String(), type_=sa.Integer(), postgresql_using="a::integer")
op.alter_column("t", "b", type_=postgresql.JSONB(), existing_type=sa.JSON(), postgresql_using="b::jsonb", nullable=False)
