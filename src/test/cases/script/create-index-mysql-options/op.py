op.create_index("ix_a", "t", ["a"], mysql_length={"a": 10})
op.create_index("ix_b", "t", ["b"], mysql_using="hash")
op.create_index("ix_c", "t", ["c"], mysql_prefix="FULLTEXT")
