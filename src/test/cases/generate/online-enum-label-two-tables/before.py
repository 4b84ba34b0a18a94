import enum
from typing import Optional

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Day(enum.Enum):
    SAT = "sat"
    SUN = "sun"
    MON = "mon"


DAY = sa.Enum(Day, name="Week day", schema="staff")


class Shift(Base):
    __tablename__ = "shift"
    __table_args__ = {"schema": "staff"}

    id: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[Day] = mapped_column(DAY)
    days: Mapped[list[Day]] = mapped_column(postgresql.ARRAY(DAY), server_default="{MON}")


class Plan(Base):
    __tablename__ = "plan"

    person: Mapped[int] = mapped_column(primary_key=True)
    week: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[Optional[Day]] = mapped_column(DAY)
