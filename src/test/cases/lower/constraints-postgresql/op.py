op.create_unique_constraint("uq_t", "t", ["a"], postgresql_nulls_not_distinct=True)

op.create_foreign_key("fk_t", "t", "o", ["a"], ["id"], match="FULL", postgresql_not_valid=True)

op.create_check_constraint("ck_t", "t", "a > 0", postgresql_not_valid=True)

op.create_exclude_constraint("ex_t", "t", ("during", "&&"), ("room", "="), where=sa.text("room > 0"), using="gist")

op.create_exclude_constraint("ex_t", "t", ("room", "="), using="gist", schema="s", deferrable=True, initially="DEFERRED")
