t = sa.table("t", sa.column("a", sa.Integer), sa.column("b", sa.String))
op.execute(t.insert().values(a=1, b="x"))
op.execute(sa.insert(t).values({"a": 2}))
