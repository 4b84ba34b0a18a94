import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, array
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    a = sa.Column(ARRAY(sa.String), server_default="{}", nullable=False)
    b = sa.Column(ARRAY(sa.Integer), server_default=sa.text("'{}'::int[]"))
    c = sa.Column(JSONB, server_default=sa.text("'{}'::jsonb"), nullable=False)
    d = sa.Column(JSONB, server_default='{"a": [1, 2]}')
    e = sa.Column(ARRAY(sa.Integer), server_default=sa.cast(array([]), ARRAY(sa.Integer)))
    f = sa.Column(ARRAY(sa.Integer, dimensions=2))
    g = sa.Column(ARRAY(sa.Enum("x", "y", name="xy")))
    h = sa.Column(ARRAY(sa.Numeric(8, 2)), index=True)
