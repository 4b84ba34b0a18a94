for name in ["one", "two"]:
    op.create_table(name, sa.Column("id", sa.Integer(), primary_key=True))
    for column in ("x", "y"):
        op.add_column(name, sa.Column(column, sa.Integer()))
if op.get_bind().dialect.name == "postgresql":
    op.execute("UPDATE one SET x = 1")
else:
    op.execute("UPDATE one SET x = 2")
if op.get_context().dialect.name == "sqlite":
    op.drop_table("two")

def helper(table, column, **kwargs):
    op.add_column(table, sa.Column(column, sa.String(9), **kwargs))

helper("one", "z", nullable=False, server_default="q")
[op.drop_column("two", c) for c in ("x", "y")]
getattr(op, "drop_table")("two")
