import sqlalchemy as sa

first = sa.MetaData()
second = sa.MetaData(schema="second")

sa.Table("t", first, sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.Integer))
sa.Table("t", second, sa.Column("id", sa.Integer, primary_key=True), sa.Column("b", sa.Integer))
sa.Table("u", second, sa.Column("id", sa.Integer, primary_key=True), sa.Column("c", sa.Integer))

sa.Index("ix_first", first.tables["t"].c.a)
sa.Index("ix_second", second.tables["second.t"].c.b)
for key in second.tables:
    second.tables[key].append_column(sa.Column("extra", sa.String(len(key))))
for table in first.tables.values():
    for column in table.columns:
        if not column.primary_key:
            sa.Index(f"ix_{table.name}_{column.name}", column)
by_name = {table.name: table for table in second.sorted_tables}
sa.Index("ix_by_name", by_name["u"].c.c)
