import sqlalchemy as sa
from sqlalchemy.orm import declared_attr
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Slug:
    @declared_attr
    def slug(cls) -> Mapped[str]:
        return mapped_column(sa.String(30), nullable=False)

    @declared_attr.directive
    def __table_args__(cls):
        return (sa.UniqueConstraint(cls.slug, name=f"uq_{cls.__tablename__}_slug"),)

class A(Slug, Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
