import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.INTEGER, primary_key=True)
    c1 = sa.Column(sa.SMALLINT)
    c2 = sa.Column(sa.BIGINT)
    c3 = sa.Column(sa.VARCHAR(10))
    c4 = sa.Column(sa.CHAR(3))
    c5 = sa.Column(sa.TEXT)
    c6 = sa.Column(sa.BOOLEAN)
    c7 = sa.Column(sa.DATE)
    c8 = sa.Column(sa.TIME)
    c9 = sa.Column(sa.TIMESTAMP)
    c10 = sa.Column(sa.TIMESTAMP(timezone=True))
    c11 = sa.Column(sa.FLOAT)
    c12 = sa.Column(sa.REAL)
    c13 = sa.Column(sa.NUMERIC(5, 1))
    c14 = sa.Column(sa.DECIMAL(6, 2))
    c15 = sa.Column(sa.JSON)
    c16 = sa.Column(sa.UUID)
    c17 = sa.Column(sa.DOUBLE_PRECISION)
