"""Each value has its type, and no CAST spoils it."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    type_annotation_map = {str: sa.String(60)}


class Reading(Base):
    __tablename__ = "reading"

    id: Mapped[int] = mapped_column(primary_key=True)
    device: Mapped[object] = mapped_column(sa.Uuid)
    day: Mapped[object] = mapped_column(sa.Date)
    taken: Mapped[object | None] = mapped_column(sa.DateTime, index=True)
    count: Mapped[int] = mapped_column(server_default="0")
    valid: Mapped[bool]
    notes: Mapped[object | None] = mapped_column(sa.JSON)
    created: Mapped[object] = mapped_column(sa.DateTime)
    updated: Mapped[object] = mapped_column(sa.Date)
