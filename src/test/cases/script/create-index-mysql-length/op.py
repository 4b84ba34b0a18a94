op.create_index("ix_t", "t", ["a", "b"], mysql_length={"a": 10, "b": 5})
op.create_index("ix_u", "t", ["a"], mysql_length=7, mysql_using="hash")
op.create_index("ix_v", "t", ["a"], mysql_prefix="FULLTEXT")
