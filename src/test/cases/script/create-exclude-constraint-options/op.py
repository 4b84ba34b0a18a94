op.create_table(
    "t", sa.Column("a", sa.Integer()), sa.Column("during", postgresql.TSRANGE()), sa.Column("d", sa.Boolean()), schema="s"
)
op.create_exclude_constraint(
    "ex_t",
    "t",
    ("a", "="),
    (sa.column("during"), "&&"),
    where=sa.text("d"),
    using="gist",
    deferrable=True,
    initially="DEFERRED",
    schema="s",
)
