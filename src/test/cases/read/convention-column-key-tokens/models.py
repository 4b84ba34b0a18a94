import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_key)s",
            "uq": "uq_%(table_name)s_%(column_0_N_key)s",
            "fk": "fk_%(column_0N_label)s_%(referred_column_0N_name)s",
            "pk": "pk_%(column_0_N_label)s",
        }
    )


class A(Base):
    __tablename__ = "a"
    __table_args__ = (
        sa.UniqueConstraint("first", "y"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[int] = mapped_column("x_name", key="first", index=True)
    y: Mapped[int] = mapped_column("y")


class B(Base):
    __tablename__ = "b"
    __table_args__ = (sa.ForeignKeyConstraint(["q", "p"], ["b.m", "b.n"]),)
    m: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    p: Mapped[int | None]
    q: Mapped[int | None]
