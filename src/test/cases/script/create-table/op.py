op.create_table(
    "team",
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("name", sa.String(length=30), server_default="x", nullable=False),
    sa.PrimaryKeyConstraint("id"),
)
op.create_table(
    "hero",
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("team_id", sa.Integer(), sa.ForeignKey("team.id", ondelete="CASCADE")),
    sa.Column("code", sa.String(5), unique=True, nullable=False),
    sa.Column("done", sa.Boolean(), server_default=sa.text("false")),
    sa.CheckConstraint("id > 0", name="positive"),
    sa.UniqueConstraint("team_id", "code", name="uq_hero"),
    sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_second"),
    sa.Index("ix_hero_code", "code"),
)
