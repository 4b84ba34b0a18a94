op.create_table("t", sa.Column("id", sa.Uuid(), primary_key=True), schema="s", comment="a table", if_not_exists=True)
op.create_table("u", sa.Column("id", postgresql.UUID(as_uuid=True), server_default=sa.text("gen_random_uuid()"), primary_key=True), sa.Column("n", sa.Integer, comment="a column"))
op.create_table("p", sa.Column("id", sa.BigInteger, primary_key=True), postgresql_partition_by="RANGE (id)")
