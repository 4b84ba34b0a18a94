import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, deferred, column_property, composite, mapped_column, synonym
from sqlalchemy.ext.hybrid import hybrid_property
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int | None


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column("ID", primary_key=True)
    camelCase: Mapped[str] = mapped_column(sa.String(5))
    renamed: Mapped[str] = mapped_column("other name", sa.String(5), index=True)
    metadata_: Mapped[dict] = mapped_column("metadata", sa.JSON)
    big = deferred(sa.Column(sa.Text, comment="much"), group="late")
    later: Mapped[str] = mapped_column(sa.Text, deferred=True, deferred_group="late")
    twice = column_property(sa.Column("second", sa.Integer, nullable=False))
    total = column_property(sa.literal(1) + 1)
    start: Mapped[Point] = composite(mapped_column("x1"), mapped_column("y1"))
    end: Mapped[Point] = composite(Point, mapped_column("x2", sa.BigInteger), mapped_column("y2", sa.BigInteger))
    alias = synonym("renamed")
    kind: Mapped[str] = mapped_column("kind", sa.String(3), quote=True)
    _hidden: Mapped[int] = mapped_column("hidden")
    __private: Mapped[int] = mapped_column("private")
    hash = sa.Column("hash%", sa.String(9))

    @hybrid_property
    def hidden(self):
        return self._hidden
