op.create_table("t", sa.Column("a", sa.JSON().with_variant(postgresql.JSONB(), "postgresql")), sa.Column("b", sa.String(30).with_variant(mysql.VARCHAR(40), "mysql")))
