op.create_table("t",
    sa.Column("a", sa.Integer(), nullable=False),
    sa.Column("b", sa.String(10), unique=True),
    sa.UniqueConstraint("a", "b", name="uq_ab"),
    sa.CheckConstraint("a > 0", name="ck_a"),
)
