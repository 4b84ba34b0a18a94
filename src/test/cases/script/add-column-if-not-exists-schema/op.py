op.add_column("t", sa.Column("a", sa.Integer()), schema="s", if_not_exists=True)
