op.create_table("t", sa.Column("id", sa.Integer(), nullable=False), sa.Column("a", sa.String(5), index=True, unique=True), sa.PrimaryKeyConstraint("id"))
