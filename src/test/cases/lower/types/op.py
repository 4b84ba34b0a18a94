op.create_table("numbers", sa.Column("a", sa.SmallInteger()), sa.Column("b", sa.Integer()), sa.Column("c", sa.BigInteger()), sa.Column("d", sa.Numeric()), sa.Column("e", sa.Numeric(10)), sa.Column("f", sa.Numeric(10, 2)), sa.Column("g", sa.Float()), sa.Column("h", sa.Float(24)), sa.Column("i", sa.Double()), sa.Column("j", sa.REAL()))

op.create_table("texts", sa.Column("a", sa.String(10)), sa.Column("b", sa.Text()), sa.Column("c", sa.CHAR(3)), sa.Column("d", sa.CHAR()), sa.Column("e", sa.Unicode(5)), sa.Column("f", sa.UnicodeText()), sa.Column("g", sa.String(10, collation="german")))

op.create_table("unlimited", sa.Column("a", sa.String()))

op.create_table("others", sa.Column("a", sa.Boolean()), sa.Column("b", sa.Date()), sa.Column("c", sa.Time()), sa.Column("d", sa.DateTime()), sa.Column("e", sa.DateTime(timezone=True)), sa.Column("f", sa.Time(timezone=True)), sa.Column("g", sa.LargeBinary()), sa.Column("h", sa.JSON()), sa.Column("i", sa.Uuid()), sa.Column("j", sa.Uuid(native_uuid=False)), sa.Column("k", sa.Interval()))

op.create_table("labels", sa.Column("a", sa.Enum("x", "longer", native_enum=False)), sa.Column("b", sa.Enum("x", native_enum=False, length=40)))

op.create_table("mixed", sa.Column("a", sa.JSON().with_variant(postgresql.JSONB(), "postgresql")), sa.Column("b", sa.BigInteger().with_variant(sa.Integer(), "sqlite")), sa.Column("c", sa.String(9).with_variant(sa.Text(), "mysql", "mariadb")))
