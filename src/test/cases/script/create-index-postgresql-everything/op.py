op.create_index(
    "ix_t",
    "t",
    ["a", sa.text("lower(b)")],
    unique=True,
    postgresql_include=["c"],
    postgresql_ops={"a": "text_pattern_ops"},
    postgresql_with={"fillfactor": 50},
    postgresql_tablespace="fast",
    postgresql_nulls_not_distinct=True,
    postgresql_where=sa.text("c > 0"),
    postgresql_concurrently=True,
    if_not_exists=True,
)
