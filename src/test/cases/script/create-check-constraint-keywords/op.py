op.create_check_constraint(
    constraint_name="ck_t", table_name="t", condition="a > 0", schema="s"
)
op.create_check_constraint("ck_u", "t", sa.text("b <> ''"), postgresql_not_valid=True)
op.create_check_constraint("ck_v", "t", sa.column("c").in_(["x", "y"]))
