import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.dialects.postgresql import ARRAY, JSONB


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.Uuid, primary_key=True, server_default=sa.text("gen_random_uuid()"))
    a = sa.Column(sa.Uuid, server_default=sa.func.gen_random_uuid())
    b = sa.Column(JSONB, server_default="{}")
    c = sa.Column(JSONB, server_default=sa.text("'[]'::jsonb"))
    d = sa.Column(ARRAY(sa.Text), server_default=sa.text("'{}'"))
    e = sa.Column(sa.DateTime(timezone=True), server_default=sa.func.timezone("utc", sa.func.now()))
    f = sa.Column(sa.DateTime, server_default=sa.text("(now() AT TIME ZONE 'utc')"))
    g = sa.Column(sa.String, server_default=sa.cast("x", sa.String))
