import enum

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class State(enum.Enum):
    NEW = "new"
    OPEN = "open"
    WAITING = "waiting"
    CLOSED = "closed"


class Ticket(Base):
    __tablename__ = "ticket"
    __table_args__ = (
        sa.CheckConstraint("state <> 'OPEN' OR title <> ''", name="ck_ticket_open"),
        sa.Index("ix_ticket_open", "title", postgresql_where=sa.text("state = 'OPEN'")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(sa.String(50))
    state: Mapped[State] = mapped_column(server_default="NEW", index=True, comment="where it is")
