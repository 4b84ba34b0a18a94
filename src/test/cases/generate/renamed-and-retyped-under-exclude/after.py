"""Ranges get other names and types under an exclusion; stated SQL knows the old names."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import MetaData, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint, INT4RANGE, TSTZRANGE
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    })


class Booking(Base):
    __tablename__ = "booking"
    id: Mapped[int] = mapped_column(primary_key=True)
    rooms: Mapped[Any] = mapped_column(INT4RANGE)
    period: Mapped[Any] = mapped_column(TSTZRANGE)
    cancelled: Mapped[bool] = mapped_column(server_default=sa.false())
    __table_args__ = (ExcludeConstraint(("rooms", "&&"), ("period", "&&"), name="no_overlap", using="gist", where=text("NOT cancelled"), deferrable=True, initially="DEFERRED"),)
