import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
import enum


class Base(DeclarativeBase):
    pass


class Color(str, enum.Enum):
    RED = "r"

class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.Integer, primary_key=True)
    a = sa.Column(sa.String(9), server_default="it's")
    b = sa.Column(sa.Integer, server_default="0")
    c = sa.Column(sa.Integer, server_default=sa.text("1 + 1"))
    d = sa.Column(sa.DateTime, server_default=sa.func.now())
    e = sa.Column(sa.DateTime, server_default=sa.func.current_timestamp())
    f = sa.Column(sa.Boolean, server_default=sa.false())
    g = sa.Column(sa.Boolean, server_default=sa.true())
    h = sa.Column(sa.String(9), server_default=Color.RED)
    i = sa.Column(sa.String(9), server_default=Color.RED.value)
    j = sa.Column(sa.String(9), server_default=Color.RED.name)
    k = sa.Column(sa.Integer, server_default=sa.literal(3))
    l = sa.Column(sa.Integer, server_default=sa.FetchedValue())
    m = sa.Column(sa.Boolean, server_default="true")
    n = sa.Column(sa.DateTime, server_default=sa.text("CURRENT_TIMESTAMP"), server_onupdate=sa.FetchedValue())
    o = sa.Column(sa.String(9), server_default=sa.func.lower("X"))
    p = sa.Column(sa.String(9), server_default=sa.literal_column("'q'"))
    q = sa.Column(sa.Integer, server_default=sa.null())
    r = sa.Column(sa.Text, server_default=f"{Color.RED.value}-x")
