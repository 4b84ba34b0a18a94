"""Text that holds JSON becomes JSONB."""

from typing import Optional

from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Event(Base):
    __tablename__ = "event"

    id: Mapped[int] = mapped_column(primary_key=True)
    payload: Mapped[Optional[dict]] = mapped_column(postgresql.JSONB)
