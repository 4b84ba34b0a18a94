with op.batch_alter_table("t", schema="s") as batch_op:
    batch_op.alter_column("a", new_column_name="b", existing_type=sa.Integer())
    batch_op.create_primary_key("t_pk", ["b"])
    batch_op.drop_constraint("old", type_="foreignkey")
    batch_op.create_check_constraint("ck", "b > 0")
    batch_op.create_exclude_constraint("ex", ("b", "="), using="gist")
