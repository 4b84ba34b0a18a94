op.create_table("t", sa.Column("mood", sa.Enum("sad", "glad", name="mood"), nullable=False, server_default="sad"))
