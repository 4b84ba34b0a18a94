op.create_table("t", sa.Column("a", sa.Text()), sa.Column("b", sa.Text()), sa.Column("c", sa.Text()))
op.create_index("ix_t", "t", [sa.text("a DESC"), sa.text("b DESC NULLS LAST"), sa.text("(a || b)")])
op.create_index("ix_u", "t", [sa.column("a").desc(), sa.column("b").nulls_first(), "c"])
op.create_index("ix_v", "t", [sa.literal_column("lower(a)"), "c"], postgresql_using="gist")
