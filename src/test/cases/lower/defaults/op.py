op.create_table("t", sa.Column("a", sa.String(10), server_default="x"), sa.Column("b", sa.String(10), server_default="it's"), sa.Column("c", sa.String(10), server_default="a\\b"), sa.Column("d", sa.Integer(), server_default="0"), sa.Column("e", sa.Integer(), server_default=sa.text("42"), nullable=False), sa.Column("f", sa.String(40), server_default=sa.text("'2020-01-01'")), sa.Column("g", sa.String(10), server_default=""))

op.create_table("functions", sa.Column("a", sa.DateTime(), server_default=sa.func.now(), nullable=False), sa.Column("b", sa.DateTime(), server_default=sa.text("now()")), sa.Column("c", sa.DateTime(), server_default=sa.text("CURRENT_TIMESTAMP")), sa.Column("d", sa.Uuid(), server_default=sa.text("gen_random_uuid()")), sa.Column("e", sa.Integer(), server_default=sa.text("1 + 1")), sa.Column("f", sa.Integer(), server_default=sa.text("(1 + 1)")))

op.create_table("booleans", sa.Column("a", sa.Boolean(), server_default=sa.true(), nullable=False), sa.Column("b", sa.Boolean(), server_default=sa.false()), sa.Column("c", sa.Boolean(), server_default=sa.text("true")))

op.create_table("sequences", sa.Column("a", sa.Integer(), server_default=sa.Sequence("counter").next_value()), sa.Column("b", sa.Integer(), server_default=sa.Sequence("Order", schema="s").next_value()))
