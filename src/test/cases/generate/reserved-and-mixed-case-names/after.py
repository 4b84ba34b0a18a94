"""Names that must be quoted."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "order"

    id: Mapped[int] = mapped_column(primary_key=True)
    userName: Mapped[str] = mapped_column("userName", sa.String(30), index=True)
    group: Mapped[str] = mapped_column(sa.String(30), unique=True)
    limit: Mapped[int] = mapped_column("limit")
