op.execute(sa.schema.CreateSequence(sa.Sequence("s1", start=5, increment=2, minvalue=1, maxvalue=100, cycle=True, cache=10)))

op.execute(sa.schema.CreateSequence(sa.Sequence("s2", schema="x", data_type=sa.Integer(), cycle=False), if_not_exists=True))

op.execute(sa.schema.DropSequence(sa.Sequence("s2", schema="x")))

op.execute(sa.schema.CreateSchema("App", if_not_exists=True))

op.execute(sa.schema.CreateSchema("app"))

op.execute(sa.schema.DropSchema("app", cascade=True, if_exists=True))
