table = "t"
op.execute(f"UPDATE {table} SET a = 1")
op.execute("UPDATE %s SET a = %d" % (table, 2))
op.execute("UPDATE {} SET a = {n}".format(table, n=3))
op.execute("UPDATE " + table + " SET a = 4")
