import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from typing import TYPE_CHECKING


class Base(DeclarativeBase):
    pass


NAMES = ["one", "two"]
tables = []
for name in NAMES:
    tables.append(sa.Table(name, Base.metadata, sa.Column("id", sa.Integer, primary_key=True), *[sa.Column(f"c{i}", sa.Integer) for i in range(2)]))

if TYPE_CHECKING:
    from nowhere import Something

class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    if len(NAMES) > 1:
        extra = sa.Column(sa.Integer)
    else:
        never = sa.Column(sa.Integer)
