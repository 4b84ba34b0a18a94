import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Stamp:
    made_by: Mapped[str] = mapped_column(sa.String(30), index=True)


class Vehicle(Stamp, Base):
    __tablename__ = "vehicle"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(sa.String(10))
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "vehicle"}


class Car(Vehicle):
    __tablename__ = "car"
    __mapper_args__ = {"polymorphic_identity": "car"}
    id: Mapped[int] = mapped_column(sa.ForeignKey(Vehicle.id, ondelete="CASCADE"), primary_key=True)
    doors: Mapped[int]


class Sports(Car):
    __tablename__ = "sports"
    __mapper_args__ = {"polymorphic_identity": "sports"}
    id: Mapped[int] = mapped_column(sa.ForeignKey("car.id"), primary_key=True)
    speed: Mapped[float | None]
