op.create_check_constraint("ck_len", "t", sa.func.length(sa.column("name")) > 3)
op.create_check_constraint("ck_in", "t", sa.column("kind").in_(["a", "b"]))
op.create_check_constraint("ck_nv", "t", "a > 0", postgresql_not_valid=True)
