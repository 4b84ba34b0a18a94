t = sa.table("t", sa.column("a", sa.Integer), sa.column("b", sa.String))
op.bulk_insert(t, [{"a": 1, "b": "x"}, {"a": 2, "b": "it's"}], multiinsert=False)
op.bulk_insert(table=t, rows=[{"a": 3, "b": None}])
op.bulk_insert(t, [])
