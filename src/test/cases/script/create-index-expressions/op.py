op.create_table("t", sa.Column("a", sa.Text()), sa.Column("b", sa.Integer()))
op.create_index("ix_low", "t", [sa.text("lower(a)")])
op.create_index("ix_desc", "t", ["a", sa.text("b DESC")])
