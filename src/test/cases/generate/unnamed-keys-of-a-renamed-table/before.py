from typing import Optional

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class City(Base):
    __tablename__ = "city"

    id: Mapped[int] = mapped_column(primary_key=True)


class Trip(Base):
    __tablename__ = "trip"

    id: Mapped[int] = mapped_column(primary_key=True)
    start_id: Mapped[Optional[int]] = mapped_column(sa.ForeignKey("city.id"))
    end_id: Mapped[Optional[int]] = mapped_column(sa.ForeignKey("city.id"))
    price: Mapped[int]
