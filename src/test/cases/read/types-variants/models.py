import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.dialects.postgresql import JSONB


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)
    c1 = sa.Column(sa.JSON().with_variant(JSONB, "postgresql"))
    c2 = sa.Column(sa.String(9).with_variant(sa.Text(), "postgresql", "sqlite"))
    c3 = sa.Column(sa.Text().with_variant(sa.String(5), "mysql").with_variant(sa.String(6), "sqlite"))
    c4 = sa.Column(sa.String(9).with_variant(sa.Enum("a", "b", name="ab"), "postgresql"))
