import datetime
import decimal
import enum
import uuid
from typing import Any, Literal, NewType, Union

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, registry

UserId = NewType("UserId", int)
Json = dict[str, Any]
Choice = Literal["a", "bb", "ccc"]


class Kind(enum.Enum):
    one = 1


class Base(DeclarativeBase):
    registry = registry(
        type_annotation_map={
            str: sa.Text(),
            datetime.datetime: sa.TIMESTAMP(timezone=True),
            Json: sa.JSON(),
            list[str]: sa.JSON,
            UserId: sa.BigInteger,
            Kind: sa.Enum(Kind, name="kinds", native_enum=False),
            Choice: sa.Enum("a", "bb", "ccc", name="choice"),
            decimal.Decimal: sa.Numeric(20, 6),
            bytes: sa.LargeBinary(16),
            float: sa.Float(53),
            Union[int, str]: sa.JSON(),
        }
    )


class A(Base):
    __tablename__ = "a"
    id: Mapped[UserId] = mapped_column(primary_key=True)
    text: Mapped[str]
    at: Mapped[datetime.datetime | None]
    data: Mapped[Json]
    more: Mapped[dict[str, Any] | None]
    tags: Mapped[list[str]]
    kind: Mapped[Kind]
    choice: Mapped[Choice | None]
    other: Mapped[Literal["x", "yy"]]
    money: Mapped[decimal.Decimal]
    raw: Mapped[bytes]
    ratio: Mapped[float]
    union: Mapped[int | str]
    guid: Mapped[uuid.UUID]
    span: Mapped[datetime.timedelta]
