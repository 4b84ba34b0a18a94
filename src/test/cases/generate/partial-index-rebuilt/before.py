"""An index over some of the rows."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Seat(Base):
    __tablename__ = "seat"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(sa.String(8))
    row: Mapped[int | None]

    __table_args__ = (
        sa.Index(
            "uq_seat_code",
            "code",
            unique=True,
            postgresql_where=sa.text("row > 0"),
            sqlite_where=sa.text("row > 0"),
        ),
    )
