op.create_primary_key(constraint_name="pk_t", table_name="t", columns=["a", "b"], schema="s")
op.create_primary_key(None, "u", ["id"])
