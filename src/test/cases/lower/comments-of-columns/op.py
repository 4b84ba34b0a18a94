op.alter_column("t", "a", comment="new", existing_comment="old", existing_type=sa.Integer(), existing_nullable=True)

op.alter_column("t", "a", comment=None, existing_comment="old", existing_type=sa.Integer(), existing_nullable=True)

op.add_column("t", sa.Column("c", sa.Integer(), comment="third"))
