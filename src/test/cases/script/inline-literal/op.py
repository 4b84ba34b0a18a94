t = sa.table("t", sa.column("a", sa.String))
op.execute(t.update().where(t.c.a == op.inline_literal("x")).values({"a": op.inline_literal("y")}))
