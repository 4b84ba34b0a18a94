op.create_index("ix", "t", ["a"], postgresql_using="gin")

op.create_index("ix", "t", ["a", "b"], postgresql_using="GIST", postgresql_ops={"a": "gist_trgm_ops"})

op.create_index("ix", "t", ["a"], postgresql_include=["b", "order"])

op.create_index("ix", "t", ["a"], unique=True, postgresql_nulls_not_distinct=True, postgresql_include=["b"], postgresql_where=sa.text("a IS NOT NULL"))

op.create_index("ix", "t", ["a"], postgresql_with={"fillfactor": 70}, postgresql_tablespace="fast")

op.create_index("ix", "t", ["a"], postgresql_where=sa.text("deleted_at IS NULL"))

op.create_index("ix", "t", [sa.column("a").desc().nulls_last(), sa.column("b").nulls_first()])

with op.get_context().autocommit_block():
    op.create_index("ix", "t", ["a"], postgresql_concurrently=True)

with op.get_context().autocommit_block():
    op.create_index("ix", "t", ["a"], unique=True, postgresql_concurrently=True, if_not_exists=True)

with op.get_context().autocommit_block():
    op.drop_index("ix", "t", postgresql_concurrently=True, if_exists=True)

op.create_index("ix", "t", [sa.column("data").op("->>")("key")], postgresql_using="btree")

op.create_index("ix", "t", [sa.cast(sa.column("a"), sa.Date())])
