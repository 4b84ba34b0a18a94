for name in ("a", "b"):
    op.create_table(f"t_{name}", sa.Column("id", sa.Integer(), nullable=False), *[sa.Column(f"c{i}", sa.Integer()) for i in range(2)], sa.PrimaryKeyConstraint("id"))
