op.create_table("t", sa.Column("a", sa.String(30), nullable=False))
op.alter_column(table_name="t", column_name="a", new_column_name="b", existing_type=sa.String(30), existing_nullable=False)
