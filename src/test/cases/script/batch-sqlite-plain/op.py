with op.batch_alter_table("t") as batch_op:
    batch_op.add_column(sa.Column("a", sa.Integer()))
    batch_op.add_column(sa.Column("b", sa.String(5), server_default="x"))
    batch_op.create_index("ix_a", ["a"])
    batch_op.drop_index("ix_b")
