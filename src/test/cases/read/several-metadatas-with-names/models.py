import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declarative_base, mapped_column

first = sa.MetaData(naming_convention={"pk": "pk1_%(table_name)s"})
second = sa.MetaData(schema="two", naming_convention={"pk": "pk2_%(table_name)s", "ix": "i2_%(column_0_name)s"})


class One(DeclarativeBase):
    metadata = first


Two = declarative_base(metadata=second)


class Abstract(One):
    __abstract__ = True
    metadata = sa.MetaData(naming_convention={"pk": "pk3_%(table_name)s"})


class A(One):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)


class B(Two):
    __tablename__ = "b"
    id = sa.Column(sa.Integer, primary_key=True)
    x = sa.Column(sa.Integer, index=True)


class C(Abstract):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)


loose = sa.Table("loose", second, sa.Column("id", sa.Integer, primary_key=True), sa.Column("b", sa.ForeignKey("two.b.id")))
