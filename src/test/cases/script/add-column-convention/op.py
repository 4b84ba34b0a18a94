op.add_column("t", sa.Column("a", sa.Integer(), sa.ForeignKey("o.id")))
op.add_column("t", sa.Column("c", sa.Integer(), unique=True))
op.add_column("t", sa.Column("b", sa.Integer(), index=True))
