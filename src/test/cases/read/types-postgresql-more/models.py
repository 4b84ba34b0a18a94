import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    a = sa.Column(pg.TIMESTAMP(timezone=True, precision=3))
    b = sa.Column(pg.TIME(precision=2))
    c = sa.Column(pg.INTERVAL(fields="DAY TO SECOND", precision=2))
    d = sa.Column(pg.BIT(3))
    e = sa.Column(pg.BIT(5, varying=True))
    f = sa.Column(pg.BIT(varying=True))
    g = sa.Column(pg.HSTORE)
    h = sa.Column(pg.INT4MULTIRANGE)
    i = sa.Column(pg.NUMRANGE())
    j = sa.Column(pg.CIDR)
    k = sa.Column(pg.MACADDR8)
    l = sa.Column(pg.MONEY)
    m = sa.Column(pg.OID)
    n = sa.Column(pg.REGCLASS)
    o = sa.Column(pg.CITEXT)
    p = sa.Column(pg.JSON(astext_type=sa.Text()))
    q = sa.Column(pg.UUID(as_uuid=True))
    r = sa.Column(pg.DOUBLE_PRECISION(53))
    s = sa.Column(pg.ENUM("x", "y", name="xy", schema="types"))
    t = sa.Column(pg.DOMAIN("posint", sa.Integer, check="VALUE > 0"))
    u = sa.Column(pg.TSQUERY)
    v = sa.Column(pg.BYTEA)
    w = sa.Column(pg.ARRAY(pg.UUID), nullable=False)
    x = sa.Column(pg.ARRAY(pg.ENUM("p", "q", name="pq", create_type=False)))
    y = sa.Column(pg.REAL)
    z = sa.Column(pg.NUMERIC(7, 1))
