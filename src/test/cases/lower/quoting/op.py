op.create_table("user", sa.Column("order", sa.Integer()), sa.Column("Mixed", sa.Integer()), sa.Column("with space", sa.Integer()), sa.Column("1st", sa.Integer()), sa.Column("a$b", sa.Integer()), sa.Column("$x", sa.Integer()), sa.Column('q"q', sa.Integer()), sa.Column("q`q", sa.Integer()), sa.Column("straße", sa.Integer()), sa.Column("plain_1", sa.Integer()))

op.create_table("t", sa.Column("rank", sa.Integer()), sa.Column("groups", sa.Integer()), sa.Column("offset", sa.Integer()), sa.Column("period", sa.Integer()), sa.Column("desc", sa.Integer()), sa.Column("key", sa.Integer()), sa.Column("value", sa.Integer()), sa.Column("timestamp", sa.Integer()), sa.Column("select", sa.Integer(), autoincrement=False, nullable=False), sa.PrimaryKeyConstraint("select", name="Pk"), schema="Order")

op.create_index("Ix", "user", ["order", "Mixed"])

op.drop_table("user")
