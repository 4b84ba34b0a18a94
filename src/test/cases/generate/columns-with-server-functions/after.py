"""Defaults by functions, a UUID, the time, a sequence."""

import datetime
import uuid

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Entry(Base):
    __tablename__ = "entry"

    token: Mapped[uuid.UUID] = mapped_column(server_default=sa.func.gen_random_uuid())
    day: Mapped[datetime.date] = mapped_column(server_default=sa.func.current_date())
    until: Mapped[datetime.datetime] = mapped_column(
        server_default=sa.text("now() + interval '7 days'")
    )
    id: Mapped[int] = mapped_column(primary_key=True)
