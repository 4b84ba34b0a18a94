import datetime
import uuid

from sqlalchemy import Identity, Sequence, String, UniqueConstraint, Index
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from advanced_alchemy.types import BigIntIdentity, DateTimeUTC


def _schema(cls):
    arguments = getattr(cls, "__table_args__", None)
    if isinstance(arguments, tuple) and arguments:
        arguments = arguments[-1]
    return arguments.get("schema") if isinstance(arguments, dict) else None


class SentinelMixin:
    __abstract__ = True

    @declared_attr
    def _sentinel(cls) -> Mapped[int]:
        return mapped_column(name="sa_orm_sentinel", use_existing_column=True, nullable=True, sort_order=3001)


class UUIDPrimaryKey(SentinelMixin):
    id: Mapped[uuid.UUID] = mapped_column(default=uuid.uuid4, primary_key=True, sort_order=-100)


class UUIDv6PrimaryKey(UUIDPrimaryKey):
    pass


class UUIDv7PrimaryKey(UUIDPrimaryKey):
    pass


class NanoIDPrimaryKey(SentinelMixin):
    id: Mapped[str] = mapped_column(default=uuid.uuid4, primary_key=True, sort_order=-100)


class BigIntPrimaryKey:
    @declared_attr
    def id(cls) -> Mapped[int]:
        options = {"schema": _schema(cls)} if _schema(cls) else {}
        sequence = Sequence(f"{cls.__tablename__}_id_seq", **options)
        return mapped_column(BigIntIdentity, sequence, primary_key=True, sort_order=-100)


class IdentityPrimaryKey:
    @declared_attr
    def id(cls) -> Mapped[int]:
        return mapped_column(BigIntIdentity, Identity(start=1, increment=1), primary_key=True, sort_order=-100)


class AuditColumns:
    created_at: Mapped[datetime.datetime] = mapped_column(
        DateTimeUTC(timezone=True),
        default=lambda: datetime.datetime.now(datetime.timezone.utc),
        sort_order=3002,
    )
    updated_at: Mapped[datetime.datetime] = mapped_column(
        DateTimeUTC(timezone=True),
        default=lambda: datetime.datetime.now(datetime.timezone.utc),
        sort_order=3003,
    )


class SlugKey:
    @declared_attr
    def slug(cls) -> Mapped[str]:
        return mapped_column(String(100), nullable=False)

    @declared_attr.directive
    def __table_args__(cls):
        return (
            UniqueConstraint(cls.slug, name=f"uq_{cls.__tablename__}_slug"),
            Index(f"ix_{cls.__tablename__}_slug_unique", cls.slug, unique=True),
        )
