import sqlalchemy as sa
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

BigKey = sa.BigInteger().with_variant(postgresql.BIGINT, "postgresql").with_variant(mysql.BIGINT(unsigned=True), "mysql").with_variant(sqlite.INTEGER, "sqlite")
Document = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(), "postgresql")
Text = sa.Text().with_variant(mysql.LONGTEXT(collation="utf8mb4_bin"), "mysql", "mariadb")


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    data = sa.Column(Document, nullable=False, server_default="{}")
    text = sa.Column(Text)
    tags = sa.Column(sa.JSON().with_variant(postgresql.ARRAY(sa.String(10)), "postgresql"))
    at = sa.Column(sa.DateTime(timezone=True).with_variant(mysql.DATETIME(fsp=6), "mysql"))
    kind = sa.Column(sa.Enum("x", "y", name="kind").with_variant(sa.String(5), "sqlite"))
