op.create_primary_key("t_pk", "t", ["a", "b"])
op.create_primary_key("u_pk", "u", ["id"], schema="s")
