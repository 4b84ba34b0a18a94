with op.batch_alter_table("t", copy_from=sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.String(10), server_default="x"), sa.Column("order", sa.Integer()), sa.Index("ix_t_a", "a")), recreate="always") as batch:
    batch.alter_column("a", type_=sa.Integer(), nullable=False)

with op.batch_alter_table("t", copy_from=sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.String(10), server_default="x"), sa.Column("order", sa.Integer()), sa.Index("ix_t_a", "a")), recreate="always") as batch:
    batch.create_unique_constraint("uq_t", ["order"])

with op.batch_alter_table("t", copy_from=sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.String(10), server_default="x"), sa.Column("order", sa.Integer()), sa.Index("ix_t_a", "a")), recreate="always") as batch:
    batch.create_foreign_key("fk_t", "o", ["order"], ["id"], ondelete="CASCADE")

with op.batch_alter_table("t", copy_from=sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.String(10), server_default="x"), sa.Column("order", sa.Integer()), sa.Index("ix_t_a", "a")), recreate="always") as batch:
    batch.add_column(sa.Column("at", sa.DateTime(), server_default=sa.func.now(), nullable=False))

with op.batch_alter_table("t", copy_from=sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.String(10), server_default="x"), sa.Column("order", sa.Integer()), sa.Index("ix_t_a", "a")), recreate="always") as batch:
    batch.alter_column("a", server_default=None)

with op.batch_alter_table("t", schema="s", copy_from=sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer(), primary_key=True), sa.Column("p", sa.Integer()), sa.ForeignKeyConstraint(["p"], ["s.t.id"], name="fk_p"), schema="s"), recreate="always") as batch:
    batch.drop_constraint("fk_p", type_="foreignkey")
