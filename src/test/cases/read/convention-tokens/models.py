import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.sql.naming import conv


class Base(DeclarativeBase):
    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s_%(referred_column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )

class A(Base):
    __tablename__ = "a"
    x: Mapped[int] = mapped_column(primary_key=True)
    y: Mapped[int] = mapped_column(primary_key=True)
    z: Mapped[int] = mapped_column(unique=True)
    __table_args__ = (
        sa.UniqueConstraint("y", "z"),
        sa.CheckConstraint("z > 0", name="z_pos"),
        sa.CheckConstraint("z > 1", name=conv("final")),
        sa.Index(None, "y", "z"),
        sa.UniqueConstraint("z", "x", name="own"),
    )

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[int]
    y: Mapped[int] = mapped_column(index=True)
    __table_args__ = (sa.ForeignKeyConstraint(["x", "y"], ["a.x", "a.y"]),)
