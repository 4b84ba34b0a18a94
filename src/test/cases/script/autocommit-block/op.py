op.add_column("t", sa.Column("a", sa.Integer()))
with op.get_context().autocommit_block():
    op.execute("ALTER TYPE mood ADD VALUE 'calm'")
    op.create_index("ix_a", "t", ["a"], postgresql_concurrently=True)
op.add_column("t", sa.Column("b", sa.Integer()))
