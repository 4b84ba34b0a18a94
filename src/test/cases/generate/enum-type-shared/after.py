"""A second table uses an enum type that is there already."""

import enum

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Level(enum.Enum):
    LOW = "low"
    HIGH = "high"


class Alarm(Base):
    __tablename__ = "alarm"

    id: Mapped[int] = mapped_column(primary_key=True)
    level: Mapped[Level]


class Report(Base):
    __tablename__ = "report"

    id: Mapped[int] = mapped_column(primary_key=True)
    level: Mapped[Level] = mapped_column(server_default="LOW")
