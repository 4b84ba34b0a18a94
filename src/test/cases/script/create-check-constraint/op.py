op.create_check_constraint("ck_a", "t", "a > 0")
op.create_check_constraint("ck_b", "t", sa.text("b <> 'x'"))
op.create_check_constraint("ck_c", "t", sa.column("c") > 5, schema="s")
