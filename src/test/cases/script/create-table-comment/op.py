op.create_table("t", sa.Column("id", sa.Integer(), nullable=False, comment="the key"), sa.PrimaryKeyConstraint("id"), comment="it's a table")
