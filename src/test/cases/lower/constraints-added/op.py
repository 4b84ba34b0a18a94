op.create_primary_key("pk_t", "t", ["a", "b"])

op.create_unique_constraint("uq_t", "t", ["a", "b"])

op.create_unique_constraint("uq_t", "t", ["a"], schema="s")

op.create_unique_constraint(None, "t", ["a"])

op.create_unique_constraint("uq_t", "t", ["a"], deferrable=True, initially="DEFERRED")

op.create_check_constraint("ck_t", "t", "a > 0")

op.create_foreign_key("fk_t", "t", "o", ["a"], ["id"], ondelete="CASCADE", onupdate="RESTRICT")

op.create_foreign_key("fk_t", "t", "o", ["a"], ["id"], source_schema="s", referent_schema="s")

op.create_foreign_key(None, "t", "o", ["a", "b"], ["x", "y"])

op.create_foreign_key("fk_t", "t", "o", ["a"], ["id"], deferrable=True, initially="DEFERRED")
