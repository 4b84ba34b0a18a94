from typing import Optional

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from typing_extensions import Annotated, TypeAliasType

Str30 = TypeAliasType("Str30", str)
Key = TypeAliasType("Key", Annotated[int, mapped_column(primary_key=True)])


class Base(DeclarativeBase):
    type_annotation_map = {Str30: sa.String(30)}


class T(Base):
    __tablename__ = "t"
    id: Mapped[Key]
    a: Mapped[Str30]
    b: Mapped[Optional[Str30]]
