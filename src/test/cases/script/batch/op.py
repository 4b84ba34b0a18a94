with op.batch_alter_table("t", schema=None) as batch_op:
    batch_op.add_column(sa.Column("a", sa.Integer(), nullable=True))
    batch_op.alter_column("b", existing_type=sa.Integer(), nullable=False)
    batch_op.drop_column("c")
    batch_op.create_index(batch_op.f("ix_t_a"), ["a"], unique=False)
    batch_op.drop_index("ix_old")
    batch_op.create_unique_constraint("uq_a", ["a"])
    batch_op.create_foreign_key("fk_a", "o", ["a"], ["id"], ondelete="CASCADE")
    batch_op.create_check_constraint("ck_a", "a > 0")
    batch_op.drop_constraint("old", type_="unique")
    batch_op.create_table_comment("hello", existing_comment=None)

with op.batch_alter_table("u", schema="s") as batch:
    batch.add_column(sa.Column("x", sa.Text()))
    batch.alter_column("x", new_column_name="y")
