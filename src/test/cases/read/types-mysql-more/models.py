import sqlalchemy as sa
from sqlalchemy.dialects import mysql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    __table_args__ = {"mysql_engine": "InnoDB", "mysql_charset": "utf8mb4", "mysql_collate": "utf8mb4_bin", "comment": "it's"}
    id = sa.Column(mysql.BIGINT(unsigned=True), primary_key=True, autoincrement=True)
    a = sa.Column(mysql.TINYINT(1), nullable=False, server_default=sa.text("0"))
    b = sa.Column(mysql.VARCHAR(20, collation="utf8mb4_unicode_ci"))
    c = sa.Column(mysql.VARCHAR(20, charset="ascii"))
    d = sa.Column(mysql.TEXT(collation="utf8mb4_bin"))
    e = sa.Column(mysql.MEDIUMTEXT)
    f = sa.Column(mysql.DATETIME(fsp=3))
    g = sa.Column(mysql.TIMESTAMP(fsp=6), server_default=sa.text("CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)"))
    h = sa.Column(mysql.TIMESTAMP, nullable=False)
    i = sa.Column(mysql.ENUM("a", "b'c"))
    j = sa.Column(mysql.SET("x", "y"))
    k = sa.Column(mysql.YEAR(4))
    l = sa.Column(mysql.BIT(3))
    m = sa.Column(mysql.DECIMAL(10, 2, unsigned=True))
    n = sa.Column(mysql.DOUBLE(asdecimal=True))
    o = sa.Column(mysql.INTEGER(display_width=11, zerofill=True))
    p = sa.Column(mysql.LONGBLOB)
    q = sa.Column(mysql.JSON)
    r = sa.Column(mysql.CHAR(36, collation="ascii_bin"))
    s = sa.Column(mysql.FLOAT(7, 3))
    t = sa.Column(mysql.TEXT(300))
