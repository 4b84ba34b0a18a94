t = op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("name", sa.String(20)))
op.bulk_insert(t, [{"id": 1, "name": "a"}])
