import re

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


def snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


class Base(DeclarativeBase):
    @declared_attr.directive
    def __tablename__(cls) -> str:
        return snake(cls.__name__) + "s"


class Parented:
    __parent__: str

    @declared_attr
    def parent_id(cls) -> Mapped[int | None]:
        return mapped_column(
            f"{cls.__parent__}_id", sa.ForeignKey(f"{cls.__parent__}s.id", name=f"fk_{snake(cls.__name__)}_parent"), index=True
        )


class BigTree(Base):
    id: Mapped[int] = mapped_column(primary_key=True)


class TreeLeaf(Parented, Base):
    __parent__ = "big_tree"
    id: Mapped[int] = mapped_column(primary_key=True)


class LeafCell(Parented, Base):
    __parent__ = "tree_leaf"
    id: Mapped[int] = mapped_column(primary_key=True)
