op.add_column("t", sa.Column("mood", sa.Enum("sad", "glad", name="mood"), nullable=True))
