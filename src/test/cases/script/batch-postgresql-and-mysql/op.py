op.create_table("t", sa.Column("b", sa.Integer()), sa.Column("c", sa.String(10), nullable=True))
with op.batch_alter_table("t") as batch_op:
    batch_op.add_column(sa.Column("a", sa.Integer()))
    batch_op.drop_column("b")
    batch_op.alter_column("c", existing_type=sa.String(10), nullable=False)
    batch_op.create_index("ix_a", ["a"])
    batch_op.drop_index("ix_b")
    batch_op.create_unique_constraint("uq_a", ["a"])
    batch_op.create_foreign_key("fk_a", "o", ["a"], ["id"])
