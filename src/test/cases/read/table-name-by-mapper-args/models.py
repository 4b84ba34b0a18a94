import sqlalchemy as sa
from sqlalchemy.orm import declared_attr
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Named:
    @declared_attr.directive
    def __tablename__(cls):
        arguments = getattr(cls, "__mapper_args__", {})
        if "polymorphic_on" in arguments:
            return cls.__name__.lower() + "_all"
        for parent in cls.__mro__[1:]:
            if "polymorphic_on" in getattr(parent, "__mapper_args__", {}):
                return None
        return cls.__name__.lower()

class Animal(Named, Base):
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(sa.String(10))
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "animal"}

class Dog(Animal):
    name: Mapped[str | None] = mapped_column(sa.String(10))
    __mapper_args__ = {"polymorphic_identity": "dog"}

class Stone(Named, Base):
    id: Mapped[int] = mapped_column(primary_key=True)
