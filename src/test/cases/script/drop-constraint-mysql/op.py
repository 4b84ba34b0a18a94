op.drop_constraint("b", "t", type_="foreignkey")
op.drop_constraint("c", "t", type_="unique")
op.drop_constraint("e", "t", type_="primary")
