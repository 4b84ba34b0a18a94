import enum

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Kind(enum.Enum):
    A = "a"
    B = "b"


class Node(Base):
    __tablename__ = "node"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Kind] = mapped_column(
        sa.Enum(Kind, name="node_kind", native_enum=False, create_constraint=True, length=20)
    )
    active: Mapped[bool] = mapped_column(sa.Boolean(create_constraint=True, name="node_active"))
