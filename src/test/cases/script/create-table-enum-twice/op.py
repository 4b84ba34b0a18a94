op.create_table("t", sa.Column("mood", sa.Enum("sad", "glad", name="mood")))
op.create_table("u", sa.Column("mood", sa.Enum("sad", "glad", name="mood")))
