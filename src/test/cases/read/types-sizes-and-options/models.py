import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    a = sa.Column(sa.Numeric)
    b = sa.Column(sa.Numeric(8))
    c = sa.Column(sa.Numeric(8, 3, asdecimal=False))
    d = sa.Column(sa.DECIMAL(6, 2))
    e = sa.Column(sa.Float)
    f = sa.Column(sa.Float(24))
    g = sa.Column(sa.Float(precision=53, asdecimal=True))
    h = sa.Column(sa.Double)
    i = sa.Column(sa.REAL)
    j = sa.Column(sa.LargeBinary)
    k = sa.Column(sa.LargeBinary(length=99))
    l = sa.Column(sa.PickleType)
    m = sa.Column(sa.Interval)
    n = sa.Column(sa.Interval(native=False))
    o = sa.Column(sa.Time(timezone=True))
    p = sa.Column(sa.TIMESTAMP)
    q = sa.Column(sa.TIMESTAMP(timezone=True), nullable=False)
    r = sa.Column(sa.Unicode(7))
    s = sa.Column(sa.UnicodeText)
    t = sa.Column(sa.String(length=7, collation="C"))
    u = sa.Column(sa.CHAR(3))
    v = sa.Column(sa.Uuid)
    w = sa.Column(sa.Uuid(as_uuid=False, native_uuid=False))
    x = sa.Column(sa.Boolean(name="flag"))
    y = sa.Column(sa.SmallInteger)
    z = sa.Column(sa.JSON(none_as_null=True))
    za = sa.Column(sa.Enum("a", "b", native_enum=False, length=9, name="ab"))
    zb = sa.Column(sa.DateTime(True))
    zc = sa.Column(sa.Text(200))
