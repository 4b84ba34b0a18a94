"""Everything is a text."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    type_annotation_map = {str: sa.String(60)}


class Reading(Base):
    __tablename__ = "reading"

    id: Mapped[int] = mapped_column(primary_key=True)
    device: Mapped[str] = mapped_column(sa.String(36))
    day: Mapped[str]
    taken: Mapped[str | None] = mapped_column(sa.String(40), index=True)
    count: Mapped[str] = mapped_column(sa.String(10), server_default="0")
    valid: Mapped[str]
    notes: Mapped[str | None] = mapped_column(sa.Text)
    created: Mapped[int]
    updated: Mapped[str] = mapped_column(sa.DateTime)
