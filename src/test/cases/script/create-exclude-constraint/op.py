op.create_exclude_constraint("ex_a", "t", ("period", "&&"), ("room", "="), using="gist")
op.create_exclude_constraint("ex_b", "t", ("room", "="), where="room > 0", using="gist", deferrable=True, initially="DEFERRED")
