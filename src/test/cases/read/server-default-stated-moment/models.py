from datetime import date, datetime, timezone
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    a = sa.Column(sa.DateTime(timezone=True), server_default=datetime(2024, 11, 20, tzinfo=timezone.utc).isoformat())
    b = sa.Column(sa.DateTime, server_default=datetime(2024, 1, 2, 3, 4, 5).isoformat(" "))
    c = sa.Column(sa.Date, server_default=date(2024, 1, 2).isoformat())
    d = sa.Column(sa.String(20), server_default=datetime(2024, 1, 2, 3, 4, 5, 6).strftime("%Y/%m/%d %H-%M-%S"))
