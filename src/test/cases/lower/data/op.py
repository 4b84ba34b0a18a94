op.execute("UPDATE t SET a = 1 WHERE b = 'x'")

op.bulk_insert(sa.table("t", sa.column("b", sa.String()), sa.column("a", sa.Integer())), [{"b": "it's", "a": 1}, {"b": "y", "a": 2}])
