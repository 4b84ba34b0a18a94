op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), prefixes=["UNLOGGED"])
