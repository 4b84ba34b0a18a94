op.create_foreign_key("fk_o", "t", "o", ["o_id"], ["id"], source_schema="s", referent_schema="r")
