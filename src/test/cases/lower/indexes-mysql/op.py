op.create_index("ix", "t", ["a", "b"], mysql_length={"a": 10})

op.create_index("ix", "t", ["a", "b"], mysql_length=7)

op.create_index("ix", "t", ["a"], mysql_prefix="FULLTEXT", mysql_with_parser="ngram")

op.create_index("ix", "t", ["a"], mysql_using="hash", unique=True)
