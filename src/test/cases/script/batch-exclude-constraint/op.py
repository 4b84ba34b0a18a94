with op.batch_alter_table("t") as batch_op:
    batch_op.create_exclude_constraint("ex_t", ("a", "="), where="b", using="gist")
