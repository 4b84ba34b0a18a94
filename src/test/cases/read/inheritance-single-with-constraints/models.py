import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Animal(Base):
    __tablename__ = "animal"
    __table_args__ = (sa.UniqueConstraint("kind", "name", name="uq_animal"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(sa.String(10))
    name: Mapped[str] = mapped_column(sa.String(10))
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "animal"}


class Cat(Animal):
    owner_id: Mapped[int | None] = mapped_column(sa.ForeignKey("animal.id"), index=True)
    lives = sa.Column(sa.Integer, unique=True)
    __mapper_args__ = {"polymorphic_identity": "cat"}


class Kitten(Cat):
    age: Mapped[int] = mapped_column(nullable=True)
    __mapper_args__ = {"polymorphic_identity": "kitten"}
