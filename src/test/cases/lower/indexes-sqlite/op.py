op.create_index("ix", "t", ["a"], unique=True, sqlite_where=sa.text("deleted_at IS NULL"))
