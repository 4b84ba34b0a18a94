import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.dialects import mysql


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id = sa.Column(mysql.INTEGER(unsigned=True), primary_key=True)
    c1 = sa.Column(mysql.TINYINT(1))
    c2 = sa.Column(mysql.LONGTEXT)
    c3 = sa.Column(mysql.MEDIUMTEXT)
    c4 = sa.Column(mysql.DATETIME(fsp=6))
    c5 = sa.Column(mysql.BIGINT(20, unsigned=True))
    c6 = sa.Column(mysql.ENUM("a", "b"))
    c7 = sa.Column(sa.Text(20))
    c8 = sa.Column(mysql.YEAR)
    c9 = sa.Column(mysql.MEDIUMINT)
    c10 = sa.Column(mysql.DOUBLE)
