import hashlib

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


def short(constraint, table):
    return "_".join(column.name for column in constraint.columns) + "_of_" + table.name


def digest(constraint, table):
    text = "_".join([table.name] + [element.target_fullname for element in constraint.elements])
    return hashlib.sha1(text.encode()).hexdigest()[:8]


class Base(DeclarativeBase):
    metadata = sa.MetaData(
        naming_convention={
            "short": short,
            "digest": digest,
            "uq": "uq_%(short)s",
            "fk": "fk_%(table_name)s_%(digest)s",
            "ix": "ix_%(column_0_label)s",
        }
    )


class A(Base):
    __tablename__ = "a"
    __table_args__ = (sa.UniqueConstraint("x", "y"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[int] = mapped_column(index=True)
    y: Mapped[int] = mapped_column(sa.ForeignKey("a.id"))
