import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.Integer, primary_key=True)
    c1 = sa.Column(sa.SmallInteger)
    c2 = sa.Column(sa.BigInteger)
    c3 = sa.Column(sa.String(10))
    c4 = sa.Column(sa.Unicode(11))
    c5 = sa.Column(sa.Text)
    c6 = sa.Column(sa.UnicodeText())
    c7 = sa.Column(sa.Boolean)
    c8 = sa.Column(sa.Date)
    c9 = sa.Column(sa.Time)
    c10 = sa.Column(sa.Time(timezone=True))
    c11 = sa.Column(sa.DateTime)
    c12 = sa.Column(sa.DateTime(timezone=True))
    c13 = sa.Column(sa.Interval)
    c14 = sa.Column(sa.Float)
    c15 = sa.Column(sa.Float(24))
    c16 = sa.Column(sa.Float(precision=53))
    c17 = sa.Column(sa.Double)
    c18 = sa.Column(sa.Numeric)
    c19 = sa.Column(sa.Numeric(10))
    c20 = sa.Column(sa.Numeric(10, 2))
    c21 = sa.Column(sa.LargeBinary)
    c22 = sa.Column(sa.PickleType)
    c23 = sa.Column(sa.JSON)
    c24 = sa.Column(sa.Uuid)
    c25 = sa.Column(sa.Uuid(native_uuid=False))
    c26 = sa.Column(sa.Enum("a", "bb", name="ab"))
    c27 = sa.Column(sa.Numeric(precision=8, scale=3, asdecimal=False))
