op.create_table("a", sa.Column("x", sa.Integer()), postgresql_partition_by="RANGE (x)", mysql_charset="utf8mb4", mysql_collate="utf8mb4_bin", mysql_engine="InnoDB", sqlite_with_rowid=False, sqlite_strict=True)

op.create_table("b", sa.Column("x", sa.Integer()), postgresql_with={"fillfactor": 70}, postgresql_tablespace="fast", mysql_default_charset="utf8mb4", mysql_row_format="DYNAMIC", comment="c", prefixes=["TEMPORARY"], postgresql_on_commit="DELETE ROWS")

op.create_table("c", sa.Column("x", sa.Integer()), postgresql_using="heap", mysql_partition_by="HASH (x)", mysql_partitions="4")
