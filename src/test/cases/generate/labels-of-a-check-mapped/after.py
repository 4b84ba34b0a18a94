"""One label is another one, and one is merged."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Parcel(Base):
    __tablename__ = "parcel"

    id: Mapped[int] = mapped_column(primary_key=True)
    size: Mapped[str] = mapped_column(
        sa.Enum("m", "xxl", name="size", native_enum=False, create_constraint=True)
    )
