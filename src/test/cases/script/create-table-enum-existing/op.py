op.create_table("t", sa.Column("mood", postgresql.ENUM("sad", "glad", name="mood", create_type=False)))
