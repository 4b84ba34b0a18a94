op.execute(sqltext="DROP TABLE a")
op.execute(sa.text("DROP TABLE b"), execution_options={"isolation_level": "AUTOCOMMIT"})
