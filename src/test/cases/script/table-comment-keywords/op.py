op.create_table_comment(table_name="t", comment="new", existing_comment="old", schema="s")
op.drop_table_comment(table_name="t", existing_comment="new", schema="s")
