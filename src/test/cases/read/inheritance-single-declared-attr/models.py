import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Named:
    @declared_attr
    def title(cls) -> Mapped[str | None]:
        return cls.__table__.c.get("title", mapped_column(sa.String(40)))


class Employee(Base):
    __tablename__ = "employee"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(sa.String(9))
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "x"}


class Engineer(Named, Employee):
    __mapper_args__ = {"polymorphic_identity": "e"}


class Manager(Named, Employee):
    __mapper_args__ = {"polymorphic_identity": "m"}
