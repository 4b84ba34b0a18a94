op.create_foreign_key(
    constraint_name="fk_t_o",
    source_table="t",
    referent_table="o",
    local_cols=["a", "b"],
    remote_cols=["c", "d"],
    onupdate="CASCADE",
    ondelete="SET NULL",
    deferrable=True,
    initially="DEFERRED",
    match="FULL",
    source_schema="s",
    referent_schema="r",
)
