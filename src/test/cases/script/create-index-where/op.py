op.create_index("ix_w", "t", ["a"], unique=True, postgresql_where=sa.text("b IS NULL"), sqlite_where=sa.text("b IS NULL"))
