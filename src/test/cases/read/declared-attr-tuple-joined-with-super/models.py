import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Versioned:
    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __table_args__(cls):
        return (sa.Index(f"ix_{cls.__tablename__}_version", cls.version),)


class Tenant:
    tenant: Mapped[int]

    @declared_attr.directive
    def __table_args__(cls):
        parent = getattr(super(), "__table_args__", ())
        return (*parent, sa.CheckConstraint("tenant > 0", name=f"ck_{cls.__tablename__}_tenant"), {"comment": cls.__name__})


class Doc(Tenant, Versioned, Base):
    __tablename__ = "doc"
    id: Mapped[int] = mapped_column(primary_key=True)
