import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Stamped:
    made_at: Mapped[str] = mapped_column(sa.DateTime)
    changed_at: Mapped[str] = mapped_column(sa.DateTime)
    note = sa.Column(sa.String(5), index=True)

    @declared_attr
    def owner_id(cls):
        return mapped_column(sa.ForeignKey("owner.id"))


class Owner(Base):
    __tablename__ = "owner"
    id: Mapped[int] = mapped_column(primary_key=True)


class Plain(Stamped, Base):
    __tablename__ = "plain"
    id: Mapped[int] = mapped_column(primary_key=True)


class Without(Stamped, Base):
    __tablename__ = "without"
    id: Mapped[int] = mapped_column(primary_key=True)
    changed_at = None
    note = None
    owner_id = None


class Other(Stamped, Base):
    __tablename__ = "other"
    id: Mapped[int] = mapped_column(primary_key=True)
    made_at: Mapped[str] = mapped_column(sa.Date, nullable=True)
    note = sa.Column(sa.Text)
