op.create_table("arrays", sa.Column("a", sa.ARRAY(sa.Integer())), sa.Column("b", sa.ARRAY(sa.String(5), dimensions=2)), sa.Column("c", sa.ARRAY(sa.String(5, collation="C"))))

op.create_table("own", sa.Column("a", postgresql.INET()), sa.Column("b", postgresql.CIDR()), sa.Column("c", postgresql.TSVECTOR()), sa.Column("d", postgresql.CITEXT()), sa.Column("e", postgresql.HSTORE()), sa.Column("f", postgresql.INT4RANGE()), sa.Column("g", postgresql.TSTZRANGE()), sa.Column("h", postgresql.OID()), sa.Column("i", postgresql.MONEY()), sa.Column("j", postgresql.BIT(8)), sa.Column("k", postgresql.BIT(9, varying=True)), sa.Column("l", postgresql.MACADDR()), sa.Column("m", postgresql.BIT(varying=True)), sa.Column("n", postgresql.JSONPATH()), sa.Column("o", postgresql.DATEMULTIRANGE()))

op.create_table("binary", sa.Column("a", postgresql.JSONB()))

op.create_table("times", sa.Column("a", postgresql.TIMESTAMP(precision=3)), sa.Column("b", postgresql.TIMESTAMP(timezone=True, precision=0)), sa.Column("c", postgresql.TIME(timezone=True, precision=2)), sa.Column("d", postgresql.INTERVAL(precision=3)), sa.Column("e", postgresql.INTERVAL(fields="DAY TO SECOND")), sa.Column("f", postgresql.INTERVAL(fields="YEAR")))
