op.create_unique_constraint("uq_a", "t", ["a"], deferrable=True, initially="DEFERRED")
op.create_unique_constraint("uq_b", "t", ["b"], postgresql_nulls_not_distinct=True)
op.create_unique_constraint(None, "t", ["c"])
