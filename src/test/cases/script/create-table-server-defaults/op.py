op.create_table("t",
    sa.Column("a", sa.Integer(), server_default="0", nullable=False),
    sa.Column("b", sa.String(10), server_default="x"),
    sa.Column("c", sa.DateTime(), server_default=sa.text("CURRENT_TIMESTAMP")),
    sa.Column("d", sa.Integer(), server_default=sa.text("1")),
)
