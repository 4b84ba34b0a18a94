import re

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Named(DeclarativeBase):
    def __init_subclass__(cls, **kwargs):
        if "__tablename__" not in cls.__dict__:
            cls.__tablename__ = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        cls.made_at = mapped_column(sa.DateTime, nullable=False)
        super().__init_subclass__(**kwargs)


class UserAccount(Named):
    id: Mapped[int] = mapped_column(primary_key=True)


class Other(Named):
    __tablename__ = "others"
    id: Mapped[int] = mapped_column(primary_key=True)


def with_version(cls):
    cls.version = sa.Column(sa.Integer, nullable=False, server_default="1")
    return cls


def indexed(*names):
    def decorate(cls):
        sa.Index(f"ix_{cls.__tablename__}_" + "_".join(names), *[getattr(cls, it) for it in names])
        return cls

    return decorate


@indexed("name", "version")
@with_version
class Document(Base):
    __tablename__ = "document"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(5))


@with_version
class Page(Base):
    __tablename__ = "page"
    id: Mapped[int] = mapped_column(primary_key=True)


for number in range(3):
    setattr(Page, f"line_{number}", sa.Column(sa.String(10 + number)))
