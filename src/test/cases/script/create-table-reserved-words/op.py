op.create_table("order", sa.Column("id", sa.Integer(), nullable=False), sa.Column("group", sa.String(5)), sa.Column("camelCase", sa.Integer()), sa.PrimaryKeyConstraint("id"))
