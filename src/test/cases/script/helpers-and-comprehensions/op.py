def stamps():
    return [sa.Column("made", sa.DateTime(), nullable=False), sa.Column("changed", sa.DateTime())]
def add(table, *columns, **more):
    for column in columns:
        op.add_column(table, column, **more)
add("t", *stamps())
[op.drop_column("u", name) for name in ("a", "b") if name != "b"]
for index, name in enumerate(["x", "y"]):
    op.create_index(f"ix_{index}", "t", [name])
