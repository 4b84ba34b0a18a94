import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, has_inherited_table, mapped_column


class Base(DeclarativeBase):
    pass


class HasId:
    @declared_attr.cascading
    def id(cls) -> Mapped[int]:
        if has_inherited_table(cls):
            return mapped_column(sa.ForeignKey("person.id"), primary_key=True)
        return mapped_column(primary_key=True)

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return cls.__name__.lower()


class Person(HasId, Base):
    kind: Mapped[str] = mapped_column(sa.String(10))
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "p"}


class Engineer(Person):
    language: Mapped[str] = mapped_column(sa.String(10))
    __mapper_args__ = {"polymorphic_identity": "e"}


class Boss(Person):
    level: Mapped[int | None]
    __mapper_args__ = {"polymorphic_identity": "b"}
