op.execute("UPDATE t SET a = 1")
op.execute(sa.text("DELETE FROM t WHERE a = 2"))
op.execute("INSERT INTO t (a) VALUES (1)")
