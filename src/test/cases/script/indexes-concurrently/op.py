with op.get_context().autocommit_block():
    op.create_index("ix1", "t", ["a"], postgresql_concurrently=True)
    op.drop_index("ix2", table_name="t", postgresql_concurrently=True)
