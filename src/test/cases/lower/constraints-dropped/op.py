op.drop_constraint("uq_t", "t", type_="unique")

op.drop_constraint("fk_t", "t", type_="foreignkey")

op.drop_constraint("pk_t", "t", type_="primary")

op.drop_constraint("ck_t", "t", type_="check")
