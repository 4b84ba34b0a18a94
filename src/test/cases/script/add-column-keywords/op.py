op.add_column(table_name="t", column=sa.Column("a", sa.Integer(), nullable=True), schema="s")
op.add_column(column=sa.Column("b", sa.Text()), table_name="t")
