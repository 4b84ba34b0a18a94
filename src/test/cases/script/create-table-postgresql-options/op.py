op.create_table(
    "t",
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("at", sa.Date(), nullable=False),
    postgresql_partition_by="RANGE (at)",
)
op.create_table(
    "u", sa.Column("id", sa.Integer()), postgresql_with_oids=None, postgresql_tablespace="fast"
)
