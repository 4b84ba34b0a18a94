op.create_foreign_key("fk_o", "t", "o", ["o_id"], ["id"], deferrable=True, initially="DEFERRED")
op.create_foreign_key("fk_m", "t", "o", ["o_id"], ["id"], match="FULL")
op.create_foreign_key("fk_n", "t", "o", ["o_id"], ["id"], postgresql_not_valid=True)
op.create_foreign_key(None, "t", "o", ["o_id"], ["id"])
