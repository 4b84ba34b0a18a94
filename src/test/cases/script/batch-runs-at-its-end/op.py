with op.batch_alter_table("t") as batch_op:
    batch_op.add_column(sa.Column("a", sa.Integer()))
    op.execute("SELECT 1")
    batch_op.execute("SELECT 2")
    op.add_column("u", sa.Column("b", sa.Integer()))
    batch_op.alter_column("a", existing_type=sa.Integer(), nullable=False)
op.execute("SELECT 3")
