import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Before(Base):
    __tablename__ = "before"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int] = mapped_column(index=True)
    b: Mapped[int] = mapped_column(unique=True)
    c: Mapped[int] = mapped_column(sa.ForeignKey("before.id"))


Base.metadata.naming_convention = {
    "ix": "idx_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class After(Base):
    __tablename__ = "after"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int] = mapped_column(index=True)
    b: Mapped[int] = mapped_column(unique=True)
    c: Mapped[int] = mapped_column(sa.ForeignKey("before.id"))
