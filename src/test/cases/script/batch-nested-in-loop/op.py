for table in ["t", "u"]:
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.add_column(sa.Column("owner", sa.String(36), nullable=True))
        batch_op.create_index(batch_op.f(f"ix_{table}_owner"), ["owner"], unique=False)
