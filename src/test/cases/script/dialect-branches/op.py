bind = op.get_bind()
if bind.dialect.name == "postgresql":
    op.execute("SELECT 1")
elif bind.dialect.name in ("mysql", "mariadb"):
    op.execute("SELECT 2")
else:
    op.execute("SELECT 3")
if op.get_context().dialect.name != "sqlite":
    op.drop_column("t", "a")
