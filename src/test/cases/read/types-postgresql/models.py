import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.dialects import postgresql as pg


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id = sa.Column(pg.UUID(as_uuid=True), primary_key=True)
    c1 = sa.Column(pg.JSONB)
    c2 = sa.Column(pg.ARRAY(sa.String(5)))
    c3 = sa.Column(sa.ARRAY(sa.Integer, dimensions=2))
    c4 = sa.Column(pg.INET)
    c5 = sa.Column(pg.CIDR)
    c6 = sa.Column(pg.TSVECTOR)
    c7 = sa.Column(pg.HSTORE)
    c8 = sa.Column(pg.INT4RANGE)
    c9 = sa.Column(pg.TSTZRANGE)
    c10 = sa.Column(pg.BYTEA)
    c11 = sa.Column(pg.DOUBLE_PRECISION)
    c12 = sa.Column(pg.TIMESTAMP(precision=3))
    c13 = sa.Column(pg.TIMESTAMP(timezone=True, precision=0))
    c14 = sa.Column(pg.INTERVAL(precision=2))
    c15 = sa.Column(pg.BIT(3))
    c16 = sa.Column(pg.BIT(8, varying=True))
    c17 = sa.Column(pg.CITEXT)
    c18 = sa.Column(pg.MONEY)
    c19 = sa.Column(pg.OID)
    c20 = sa.Column(pg.ENUM("x", "y", name="xy"))
    c21 = sa.Column(pg.ARRAY(sa.Enum("p", "q", name="pq")))
    c22 = sa.Column(pg.INTERVAL(fields="DAY TO SECOND"))
    c23 = sa.Column(pg.VARCHAR(4))
    c24 = sa.Column(pg.MACADDR)
    c25 = sa.Column(pg.TIME(timezone=True, precision=1))
    c26 = sa.Column(pg.NUMERIC(4, 1))
