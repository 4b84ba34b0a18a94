op.add_column("t", sa.Column("o_id", sa.Integer(), sa.ForeignKey("o.id", ondelete="CASCADE"), nullable=True))
op.add_column("t", sa.Column("p_id", sa.Integer(), sa.ForeignKey("p.id", name="fk_p")))
