import enum
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Color(enum.Enum):
    RED = "r"
    BLUE = "b"

class ByName(sa.TypeDecorator):
    impl = sa.String(10)
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return None if value is None else value.name

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    color = sa.Column(ByName, nullable=False)
    __table_args__ = (
        sa.Index("ix_red", "id", postgresql_where=color == Color.RED, sqlite_where=color == Color.RED),
        sa.CheckConstraint(color.in_([Color.RED, Color.BLUE]), name="known"),
    )
