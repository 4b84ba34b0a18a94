def upgrade():
    op.create_table("a", sa.Column("x", sa.Integer())
    op.drop_column("a", "b")
    op.drop_column(
        "a",
        "c",
    )


def downgrade():
    x = [1, 2
    y = 3
    op.add_column("a", {"b": 1
