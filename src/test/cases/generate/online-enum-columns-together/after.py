"""Two columns of one type are in one index, one key and one check."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


SIZE = sa.Enum("XL", "L", "M", "S", name="size")


class Parcel(Base):
    __tablename__ = "parcel"
    __table_args__ = (
        sa.UniqueConstraint("ordered", "sent", "place", name="uq_parcel_sizes"),
        sa.CheckConstraint("ordered <> sent OR place > 0", name="ck_parcel_sizes"),
        sa.Index("ix_parcel_sizes", "sent", "ordered"),
        sa.Index("ix_parcel_sent", "sent"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ordered: Mapped[str] = mapped_column(SIZE)
    sent: Mapped[str | None] = mapped_column(SIZE, server_default="M")
    place: Mapped[int]
