import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.orm import declared_attr


class Base(DeclarativeBase):
    pass


class WithIndex:
    @declared_attr.directive
    def __table_args__(cls):
        return (sa.Index(f"ix_{cls.__tablename__}_name", "name"), {"comment": "mixed"})

class T(WithIndex, Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(9))

class U(WithIndex, Base):
    __tablename__ = "u"

    @declared_attr.directive
    def __table_args__(cls):
        return super().__table_args__[:-1] + (sa.UniqueConstraint("name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(9))
