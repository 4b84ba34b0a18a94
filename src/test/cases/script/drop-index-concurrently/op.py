with op.get_context().autocommit_block():
    op.drop_index("ix_t_a", table_name="t", postgresql_concurrently=True, if_exists=True)
