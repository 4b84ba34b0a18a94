import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.sql.naming import conv


class Base(DeclarativeBase):
    metadata = sa.MetaData(
        naming_convention={
            "uq": "uq_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class A(Base):
    __tablename__ = "a"
    __table_args__ = (
        sa.UniqueConstraint("x", name="x"),
        sa.UniqueConstraint("y", name=conv("y_final")),
        sa.ForeignKeyConstraint(["x"], ["a.id"], name="stated"),
        sa.Index("stated_index", "x"),
        sa.PrimaryKeyConstraint("id", name="stated_key"),
    )
    id: Mapped[int] = mapped_column()
    x: Mapped[int]
    y: Mapped[int]
