op.create_table(
    "t",
    sa.Column("a", sa.String(20), nullable=False),
    sa.Column("c", sa.Integer(), server_default="0", comment="n"),
)
op.alter_column("t", "a", new_column_name="b", existing_type=sa.String(20), existing_nullable=False)
op.alter_column(
    "t",
    "c",
    new_column_name="d",
    existing_type=sa.Integer(),
    existing_server_default="0",
    existing_comment="n",
    existing_nullable=True,
)
