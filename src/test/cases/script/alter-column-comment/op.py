op.create_table("t", sa.Column("a", sa.Integer(), nullable=True, comment="old"))
op.alter_column("t", "a", existing_type=sa.Integer(), comment="new", existing_comment="old", existing_nullable=True)
op.alter_column("t", "a", existing_type=sa.Integer(), comment=None, existing_comment="new", existing_nullable=True)
