import enum

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Day(enum.Enum):
    SAT = "sat"
    SUN = "sun"
    MON = "mon"


class Shift(Base):
    __tablename__ = "shift"

    id: Mapped[int] = mapped_column(primary_key=True)
    days: Mapped[list[Day]] = mapped_column(postgresql.ARRAY(sa.Enum(Day, name="day")))
