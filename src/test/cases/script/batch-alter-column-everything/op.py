with op.batch_alter_table("t") as batch_op:
    batch_op.alter_column(
        "a",
        type_=sa.Numeric(12, 2),
        existing_type=sa.Integer(),
        postgresql_using="a::numeric",
        nullable=False,
        server_default=sa.text("0"),
        comment="money",
        new_column_name="amount",
    )
