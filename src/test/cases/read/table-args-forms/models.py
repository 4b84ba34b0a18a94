import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

COMMON = (sa.CheckConstraint("n > 0", name="positive"),)
OPTIONS = {"comment": "with options", "schema": "app"}


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    __table_args__ = {**OPTIONS, "info": {"x": 1}}
    id: Mapped[int] = mapped_column(primary_key=True)


class B(Base):
    __tablename__ = "b"
    __table_args__ = tuple([sa.Index("ix_b_" + it, it) for it in ("n", "m")]) + ({"comment": "joined"},)
    id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[int]
    m: Mapped[int]


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[int]

    @declared_attr.directive
    def __table_args__(cls):
        arguments = [sa.UniqueConstraint("n", name=f"uq_{cls.__tablename__}_n")]
        if cls.__tablename__ == "c":
            arguments.append(sa.CheckConstraint("n < 9"))
        arguments.append(dict(comment="made of a list", **{"mysql_engine": "InnoDB"}))
        return tuple(arguments)


class D(Base):
    __tablename__ = "d"
    __table_args__ = ()
    __mapper_args__ = {"eager_defaults": True}
    id: Mapped[int] = mapped_column(primary_key=True)
