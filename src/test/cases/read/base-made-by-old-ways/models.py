import sqlalchemy as sa
from sqlalchemy.ext.declarative import as_declarative, declarative_base, declared_attr
from sqlalchemy.orm import registry


@as_declarative()
class First:
    id = sa.Column(sa.Integer, primary_key=True)

    @declared_attr
    def __tablename__(cls):
        return "first_" + cls.__name__.lower()


class Mixin(object):
    id = sa.Column("pk", sa.BigInteger, primary_key=True)
    made = sa.Column(sa.DateTime, default=sa.func.now())


Second = declarative_base(cls=Mixin, name="Second")
reg = registry(metadata=sa.MetaData(naming_convention={"pk": "pk_%(table_name)s"}))
Third = reg.generate_base()


@reg.mapped
class Mapped:
    __tablename__ = "mapped"
    id = sa.Column(sa.Integer, primary_key=True)


class A(First):
    x = sa.Column(sa.Integer)


class B(Second):
    __tablename__ = "b"
    x = sa.Column(sa.Integer)


class C(Third):
    __tablename__ = "c"
    id = sa.Column(sa.Integer, primary_key=True)
