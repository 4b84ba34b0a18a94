import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import CHAR, TypeDecorator


class Guid(TypeDecorator):
    impl = CHAR(36)
    cache_ok = True

    def load_dialect_impl(self, dialect):
        match dialect.name:
            case "postgresql":
                return dialect.type_descriptor(UUID(as_uuid=True))
            case "sqlite":
                return dialect.type_descriptor(CHAR(32))
            case _:
                return self.impl


class Tags(TypeDecorator):
    impl = sa.Text
    cache_ok = True

    def __init__(self, inner=None):
        super().__init__()
        self.inner = inner or sa.String()

    def load_dialect_impl(self, dialect):
        kinds = {"postgresql": ARRAY(self.inner), "sqlite": sa.JSON()}
        return dialect.type_descriptor(kinds.get(dialect.name, sa.JSON()))


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id = sa.Column(Guid(), primary_key=True)
    ref = sa.Column(Guid, sa.ForeignKey("a.id"))
    tags = sa.Column(MutableList.as_mutable(Tags(sa.Integer())))
    more = sa.Column(Tags)
    data = sa.Column(MutableDict.as_mutable(JSONB().with_variant(sa.JSON(), "sqlite", "mysql")), server_default=sa.text("'{}'"))
