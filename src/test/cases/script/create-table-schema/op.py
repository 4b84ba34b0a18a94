op.create_table("t", sa.Column("id", sa.Integer(), nullable=False), sa.Column("o", sa.Integer()), sa.ForeignKeyConstraint(["o"], ["s.o.id"]), sa.PrimaryKeyConstraint("id"), schema="s")
