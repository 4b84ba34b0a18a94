from dataclasses import field
import datetime

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column, registry

reg = registry()


@reg.mapped_as_dataclass
class User:
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(30))
    nick: Mapped[str | None] = mapped_column(sa.String(30), default=None, repr=False)
    made: Mapped[datetime.datetime] = mapped_column(insert_default=sa.func.now(), init=False)


class Base(DeclarativeBase):
    pass


class Mixin(MappedAsDataclass):
    mixed: Mapped[int] = mapped_column(init=False, server_default="3")


class Thing(Mixin, MappedAsDataclass, Base, kw_only=True):
    __tablename__ = "thing"
    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    size: Mapped[int] = mapped_column(default=4)
    tags: Mapped[list[str]] = mapped_column(sa.JSON, default_factory=list)
