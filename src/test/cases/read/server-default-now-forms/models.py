from datetime import datetime, timezone

import sqlalchemy as sa
from sqlalchemy import func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.sql import func as f, functions


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[datetime] = mapped_column(server_default=func.now())
    b: Mapped[datetime] = mapped_column(server_default=f.current_timestamp())
    c: Mapped[datetime] = mapped_column(server_default=functions.now())
    d: Mapped[datetime] = mapped_column(server_default=sa.sql.functions.current_timestamp())
    e: Mapped[datetime] = mapped_column(server_default=func.utcnow())
    g: Mapped[datetime] = mapped_column(server_default=func.timezone("utc", func.now()))
    h: Mapped[datetime] = mapped_column(server_default=sa.text("(now() at time zone 'utc')"))
    i: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True), server_default=func.now(), onupdate=func.now(), server_onupdate=sa.FetchedValue())
    j: Mapped[datetime] = mapped_column(server_default=sa.FetchedValue())
    k: Mapped[datetime] = mapped_column(server_default=func.current_date())
    l: Mapped[datetime] = mapped_column(server_default=func.localtimestamp())
