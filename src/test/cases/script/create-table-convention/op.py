op.create_table(
    "t",
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("a", sa.Integer(), sa.ForeignKey("o.id"), unique=True),
    sa.Column("b", sa.Integer(), index=True),
    sa.CheckConstraint("a > 0", name="pos"),
    sa.CheckConstraint("b > 0", name=op.f("final_name")),
    sa.UniqueConstraint("a", "b", name=op.f("uq_ab")),
    sa.ForeignKeyConstraint(["b"], ["o.id"]),
)
