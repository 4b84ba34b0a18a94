op.add_column("t", sa.Column("c", sa.Integer()), if_not_exists=True)

op.drop_column("t", "c", if_exists=True)

op.drop_table("t", if_exists=True)

op.create_table("t", sa.Column("c", sa.Integer()), if_not_exists=True)
