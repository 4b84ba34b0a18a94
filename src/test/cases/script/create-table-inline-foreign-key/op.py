op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("p", sa.Integer(), sa.ForeignKey("t.id", ondelete="SET NULL")))
