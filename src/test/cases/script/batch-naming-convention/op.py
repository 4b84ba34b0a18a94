with op.batch_alter_table("t", naming_convention={"uq": "uq_%(table_name)s_%(column_0_name)s"}) as batch_op:
    batch_op.create_unique_constraint(None, ["a"])
    batch_op.drop_constraint("uq_t_b", type_="unique")
