import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
import datetime
from typing import Annotated, Any, Optional


Str50 = Annotated[str, 50]

class Base(DeclarativeBase):
    type_annotation_map = {
        str: sa.String(100),
        Str50: sa.String(50),
        datetime.datetime: sa.DateTime(timezone=True),
        dict[str, Any]: sa.JSON,
        int: sa.BigInteger().with_variant(sa.Integer, "sqlite"),
    }

class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[str]
    b: Mapped[Str50]
    c: Mapped[Optional[datetime.datetime]]
    d: Mapped[dict[str, Any]]
    e: Mapped[Optional[Str50]]
