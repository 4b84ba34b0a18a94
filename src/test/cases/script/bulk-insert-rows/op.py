t = sa.table("t", sa.column("id", sa.Integer), sa.column("name", sa.String))
op.bulk_insert(t, [{"id": 1, "name": "it's"}, {"id": 2, "name": None}])
