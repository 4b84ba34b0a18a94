import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.dialects.postgresql import TSRANGE, ExcludeConstraint


class Base(DeclarativeBase):
    pass


class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    room: Mapped[int]
    during = mapped_column(TSRANGE)
    __table_args__ = (
        ExcludeConstraint(("room", "="), ("during", "&&"), name="ex", using="gist", where=sa.text("room > 0")),
    )
