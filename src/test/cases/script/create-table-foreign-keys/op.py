op.create_table("o", sa.Column("id", sa.Integer(), nullable=False), sa.PrimaryKeyConstraint("id"))
op.create_table("t",
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("o_id", sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(["o_id"], ["o.id"], name="fk_o", ondelete="CASCADE", onupdate="SET NULL"),
    sa.PrimaryKeyConstraint("id"),
)
