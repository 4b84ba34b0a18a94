op.create_table("t", sa.Column("a", sa.Integer(), comment="old"))
op.alter_column("t", "a", comment=None, existing_type=sa.Integer(), existing_comment="old", existing_nullable=True)
