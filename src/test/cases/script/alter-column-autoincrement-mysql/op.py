op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False))
op.alter_column(
    "t",
    "id",
    existing_type=sa.Integer(),
    autoincrement=True,
    existing_nullable=False,
    existing_autoincrement=False,
)
