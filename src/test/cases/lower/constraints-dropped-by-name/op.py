op.drop_constraint("anything", "t", schema="s")

op.drop_constraint("anything", "t", if_exists=True)
