"""A subclass gets a table of its own."""

from typing import Optional

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Animal(Base):
    __tablename__ = "animal"
    __mapper_args__ = {"polymorphic_identity": "animal", "polymorphic_on": "kind"}

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(sa.String(20))


class Dog(Animal):
    __tablename__ = "dog"
    __mapper_args__ = {"polymorphic_identity": "dog"}

    id: Mapped[int] = mapped_column(sa.ForeignKey("animal.id"), primary_key=True)
    breed: Mapped[Optional[str]]


class Cat(Animal):
    __mapper_args__ = {"polymorphic_identity": "cat"}

    lives: Mapped[Optional[int]]
