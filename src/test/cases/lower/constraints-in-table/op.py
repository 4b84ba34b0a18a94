op.create_table("t", sa.Column("id", sa.Integer(), autoincrement=False, nullable=False), sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer()), sa.PrimaryKeyConstraint("id", name="pk_t"), sa.UniqueConstraint("a", "b", name="uq_t"), sa.CheckConstraint("a > 0", name="ck_t"), sa.ForeignKeyConstraint(["a"], ["o.id"], name="fk_t", ondelete="CASCADE", onupdate="SET NULL"))

op.create_table("u", sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer()), sa.UniqueConstraint("a"), sa.CheckConstraint("a > b"), sa.ForeignKeyConstraint(["a", "b"], ["o.x", "o.y"]))

op.create_table("v", sa.Column("id", sa.Integer(), autoincrement=False, nullable=False), sa.Column("p", sa.Integer()), sa.PrimaryKeyConstraint("id"), sa.ForeignKeyConstraint(["p"], ["v.id"]))

op.create_table("w", sa.Column("a", sa.Integer()), sa.UniqueConstraint("a", name="uq", deferrable=True, initially="DEFERRED"), sa.ForeignKeyConstraint(["a"], ["o.id"], name="fk", deferrable=True, ondelete="RESTRICT"), sa.ForeignKeyConstraint(["a"], ["o.id"], name="fk2", onupdate="SET DEFAULT", deferrable=True, initially="DEFERRED"))

op.create_table("x", sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["s.o.id"], name="fk_x"), schema="s")

op.create_table("y", sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer()), sa.UniqueConstraint("a", name="uq_y", postgresql_nulls_not_distinct=True, postgresql_include=["b"]))

op.create_table("z", sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["o.id"], name="fk_z", match="FULL"))
