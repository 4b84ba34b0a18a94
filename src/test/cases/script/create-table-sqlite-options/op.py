op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sqlite_with_rowid=False)
op.create_table("u", sa.Column("id", sa.Integer(), primary_key=True), sqlite_autoincrement=True)
