import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import DATERANGE, INT4RANGE, TSTZRANGE, ExcludeConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Booking(Base):
    __tablename__ = "booking"
    id: Mapped[int] = mapped_column(primary_key=True)
    room: Mapped[int] = mapped_column()
    during = sa.Column(TSTZRANGE, nullable=False)
    days = sa.Column(DATERANGE)
    numbers = sa.Column(INT4RANGE)
    __table_args__ = (
        ExcludeConstraint((room.column, "="), (during, "&&"), name="no_overlap"),
        ExcludeConstraint((sa.text("lower(days)"), "="), using="btree", name="lower", deferrable=True, initially="DEFERRED"),
        ExcludeConstraint(("numbers", "&&"), where="room > 3", ops={"numbers": "range_ops"}),
    )


ExcludeConstraint((Booking.__table__.c.room, "="), name="later", using="hash")
