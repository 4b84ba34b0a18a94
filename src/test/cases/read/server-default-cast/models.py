import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[int] = mapped_column(server_default=sa.cast("1", sa.Integer))
    t: Mapped[str] = mapped_column(sa.String(20), server_default=sa.cast("x", sa.String(20)))
    l: Mapped[str] = mapped_column(sa.String(20), server_default=sa.cast(sa.literal("y"), sa.String(20)))
    i: Mapped[int] = mapped_column(server_default=sa.cast(1, sa.Integer))
    c: Mapped[str] = mapped_column(sa.String(9), server_default=sa.cast(sa.text("'z'"), sa.CHAR(3)))
    ty: Mapped[int] = mapped_column(server_default=sa.type_coerce("5", sa.Integer))
    f: Mapped[int] = mapped_column(server_default=sa.func.coalesce(sa.null(), 7))
