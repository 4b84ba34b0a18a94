import enum

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Kind(str, enum.Enum):
    first = "1st"
    second = "2nd"
    again = "1st"


class Level(enum.IntEnum):
    low = 1
    high = 2


class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    a = sa.Column(sa.Enum(*[it.value for it in Kind], name="kind_values"))
    b = sa.Column(sa.Enum(*Kind.__members__, name="kind_members"))
    c = sa.Column(sa.Enum(*Kind.__members__.keys(), name="kind_keys", native_enum=False))
    d = sa.Column(sa.Enum(Kind, values_callable=lambda e: [m.value for m in e], name="kind_called", native_enum=False, length=30))
    e = sa.Column(sa.Enum(Level, name="level"), server_default=Level.low.name, nullable=False)
    f = sa.Column(sa.Enum(*sorted({"b", "a"}), name="letters"), server_default="a")
    g = sa.Column(sa.String(max(len(it.value) for it in Kind)), server_default=Kind.second.value)
    h: Mapped[Kind] = mapped_column(sa.Enum(Kind, name="kind_check", native_enum=False, create_constraint=True))
    i = sa.Column(sa.Integer, server_default=str(Level.high.value))
    j = sa.Column(sa.Integer, sa.CheckConstraint("j in (" + ", ".join(str(it.value) for it in Level) + ")", name="levels"))
