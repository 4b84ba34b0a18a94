op.create_unique_constraint(
    constraint_name="uq_t", table_name="t", columns=["a", "b"], schema="s", deferrable=True, initially="DEFERRED"
)
op.create_unique_constraint(None, "t", ["c"], postgresql_nulls_not_distinct=True)
