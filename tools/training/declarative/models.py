"""Declarative models that the training run reads, so that projects without SQLModel start fast, too."""

import enum
import uuid
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Optional

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship

Name = Annotated[str, mapped_column(sa.String(120), index=True)]


class State(enum.Enum):
    draft = "draft"
    open = "open"
    done = "done"


class Base(DeclarativeBase):
    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {dict: postgresql.JSONB}

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return cls.__name__.lower()


class Stamped:
    made_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True), server_default=sa.func.now())
    changed_at: Mapped[datetime | None] = mapped_column(onupdate=sa.func.now())


class Owner(Stamped, Base):
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    name: Mapped[Name]
    mail: Mapped[str] = mapped_column(sa.String(250), unique=True)
    things: Mapped[list["Thing"]] = relationship(back_populates="owner")


class Thing(Stamped, Base):
    __table_args__ = (
        sa.UniqueConstraint("owner_id", "code"),
        sa.CheckConstraint("amount >= 0", name="amount"),
        sa.Index(None, "state", postgresql_where=sa.text("state <> 'done'")),
        {"comment": "What owners have"},
    )

    id: Mapped[int] = mapped_column(sa.BigInteger, sa.Identity(), primary_key=True)
    code: Mapped[str] = mapped_column(sa.String(20))
    amount: Mapped[Decimal] = mapped_column(sa.Numeric(12, 2), server_default="0")
    state: Mapped[State] = mapped_column(sa.Enum(State, name="state"), default=State.draft)
    note: Mapped[Optional[str]] = mapped_column(sa.Text, index=True)
    data: Mapped[Optional[dict]]
    owner_id: Mapped[uuid.UUID] = mapped_column(sa.ForeignKey("owner.id", ondelete="CASCADE"))
    owner: Mapped[Owner] = relationship(back_populates="things")
