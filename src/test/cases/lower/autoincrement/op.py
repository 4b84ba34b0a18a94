op.create_table("a", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("n", sa.Integer()))

op.create_table("b", sa.Column("id", sa.BigInteger(), primary_key=True))

op.create_table("c", sa.Column("id", sa.SmallInteger(), primary_key=True))

op.create_table("d", sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False))

op.create_table("e", sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True))

op.create_table("f", sa.Column("x", sa.Integer(), nullable=False), sa.Column("y", sa.Integer(), nullable=False), sa.PrimaryKeyConstraint("x", "y"))

op.create_table("g", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("v", sa.Text()), sqlite_autoincrement=True)

op.add_column("h", sa.Column("id", sa.Integer(), primary_key=True))
