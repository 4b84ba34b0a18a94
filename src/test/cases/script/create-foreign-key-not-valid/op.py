op.create_foreign_key("fk_t_o", "t", "o", ["o_id"], ["id"], postgresql_not_valid=True)
op.execute("ALTER TABLE t VALIDATE CONSTRAINT fk_t_o")
