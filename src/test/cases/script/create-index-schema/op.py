op.create_index("ix_a", "t", ["a"], schema="s")
