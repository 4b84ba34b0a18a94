op.create_index("ix", "t", [sa.text("lower(a)")])

op.create_index("ix", "t", [sa.func.lower(sa.column("a")), "b"])

op.create_index("ix", "t", [sa.func.coalesce(sa.column("a"), sa.literal("x"))])

op.create_index("ix", "t", [sa.column("a") + 1])
