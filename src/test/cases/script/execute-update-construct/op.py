t = sa.table("t", sa.column("a", sa.Integer), sa.column("b", sa.String))
op.execute(t.update().values(a=1))
op.execute(t.update().where(t.c.b == "x").values(a=2))
op.execute(sa.update(t).where(t.c.a.is_(None)).values(b="y"))
