op.create_table("t", sa.Column("a", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False), sa.Column("b", sa.DateTime(), server_default=sa.text("now()")))
