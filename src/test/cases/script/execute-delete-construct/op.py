t = sa.table("t", sa.column("a", sa.Integer), sa.column("b", sa.String))
op.execute(t.delete())
op.execute(t.delete().where(t.c.a == 5))
op.execute(sa.delete(t).where(sa.and_(t.c.a > 1, t.c.b != "z")))
