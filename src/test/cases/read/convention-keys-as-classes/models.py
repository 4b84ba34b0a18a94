import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = sa.MetaData(
        naming_convention={
            sa.Index: "i_%(table_name)s_%(column_0_name)s",
            sa.UniqueConstraint: "u_%(table_name)s_%(column_0_name)s",
            sa.ForeignKeyConstraint: "f_%(column_0_label)s_%(referred_column_0_name)s",
            sa.PrimaryKeyConstraint: "p_%(table_name)s",
            sa.CheckConstraint: "c_%(table_name)s_%(constraint_name)s",
        }
    )


class A(Base):
    __tablename__ = "a"
    __table_args__ = (sa.CheckConstraint("x > 0", name="x"), sa.Index(None, "x", "y"))
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[int] = mapped_column(unique=True)
    y: Mapped[int] = mapped_column(sa.ForeignKey("a.id"), index=True)
