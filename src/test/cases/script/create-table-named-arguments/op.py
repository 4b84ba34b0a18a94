op.create_table("t", sa.Column(name="id", type_=sa.Integer(), primary_key=True), sa.Column("x", type_=sa.Text))
columns = [sa.Column("id", sa.Integer(), primary_key=True), sa.Column("y", sa.Text())]
op.create_table("u", *columns)
