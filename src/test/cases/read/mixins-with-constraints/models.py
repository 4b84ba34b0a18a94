import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Named:
    name: Mapped[str] = mapped_column(sa.String(20), sa.CheckConstraint("name <> ''"), unique=True)


class Owned:
    owner_id: Mapped[int] = mapped_column(sa.ForeignKey("owner.id", ondelete="CASCADE"), index=True)

    @declared_attr
    def owner(cls) -> Mapped["Owner"]:
        return relationship("Owner", foreign_keys=[cls.owner_id])


class Owner(Named, Base):
    __tablename__ = "owner"
    id: Mapped[int] = mapped_column(primary_key=True)


class A(Owned, Named, Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)


class B(Owned, Base):
    __tablename__ = "b"
    __table_args__ = (sa.Index("ix_b_both", "owner_id", "id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
