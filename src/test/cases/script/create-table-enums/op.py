mood = sa.Enum("sad", "glad", name="mood")
op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("m", mood), sa.Column("n", mood))
op.create_table("u", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("m", postgresql.ENUM("x", name="other", create_type=False)))
op.add_column("u", sa.Column("m2", sa.Enum("x", name="third")))
