op.create_table(
    "t",
    sa.Column("id", sa.Integer(), primary_key=True, comment="the key"),
    schema="s",
    comment="all of them",
    info={"kind": "large"},
)
