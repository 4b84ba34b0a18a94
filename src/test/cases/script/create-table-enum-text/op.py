op.create_table("t", sa.Column("mood", sa.Enum("sad", "glad", name="mood", native_enum=False)))
op.create_table("u", sa.Column("mood", sa.Enum("sad", "glad", name="mood", native_enum=False, length=20, create_constraint=True)))
