import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
import enum
from typing import Literal, Optional


class Base(DeclarativeBase):
    pass


class Color(enum.Enum):
    RED = "r"
    GREEN = "g"

class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[Color]
    b: Mapped[Literal["x", "long"]]
    c: Mapped[Optional[Color]] = mapped_column(sa.Enum(Color, native_enum=False, length=20))
    d: Mapped[str] = mapped_column(sa.Enum("p", "q", name="pq"))
    e: Mapped[Color] = mapped_column(sa.Enum(Color, values_callable=lambda e: [m.value for m in e], name="color_values"))
    f: Mapped[Color] = mapped_column(sa.Enum(Color, native_enum=False, create_constraint=True, name="f_color"))
