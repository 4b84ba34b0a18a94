op.create_index("ix_t", "t", ["a"], unique=True, sqlite_where=sa.text("b IS NULL"))
op.create_index("ix_u", "t", ["a"], postgresql_where=sa.text("b IS NULL"), sqlite_where=sa.text("b = 1"))
