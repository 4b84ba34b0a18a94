import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from typing import NewType


UserId = NewType("UserId", int)

class Base(DeclarativeBase):
    type_annotation_map = {UserId: sa.BigInteger}

class T(Base):
    __tablename__ = "t"
    id: Mapped[UserId] = mapped_column(primary_key=True)
