op.create_foreign_key("fk_o", "t", "o", ["o_id"], ["id"])
op.create_foreign_key("fk_p", "t", "p", ["p_id"], ["id"], ondelete="CASCADE", onupdate="RESTRICT")
op.create_foreign_key(constraint_name="fk_q", source_table="t", referent_table="q", local_cols=["a", "b"], remote_cols=["x", "y"])
