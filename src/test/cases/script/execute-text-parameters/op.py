op.execute(sa.text("UPDATE t SET a = :a WHERE b = :b").bindparams(a=1, b="x"))
