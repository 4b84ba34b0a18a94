op.add_column("t", sa.Column("a", sa.Integer()), if_not_exists=True)
