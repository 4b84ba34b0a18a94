import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    __table_args__ = (sa.UniqueConstraint("tenant", "no"), {"schema": "auth"})
    id: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True)
    tenant: Mapped[int]
    number: Mapped[int] = mapped_column("no", sa.SmallInteger)


def owned(cls, name=None, **kwargs):
    table = cls.__table__
    return mapped_column(sa.ForeignKey(f"{table.schema}.{table.name}.{list(table.primary_key)[0].name}", name=name, **kwargs))


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = owned(User, "fk_owner", ondelete="CASCADE")
    other_id = sa.Column(sa.ForeignKey(User.__table__.c.id, deferrable=True, initially="DEFERRED"))
    tenant: Mapped[int]
    number: Mapped[int]
    __table_args__ = (
        sa.ForeignKeyConstraint(["tenant", "number"], [User.tenant, User.number], name="fk_pair", use_alter=True),
    )


def link(left, right):
    return sa.Table(
        f"{left.__table__.name}_{right.__table__.name}",
        left.metadata,
        sa.Column(f"{left.__tablename__}_id", sa.ForeignKey(left.id, ondelete="CASCADE"), primary_key=True),
        sa.Column(f"{right.__tablename__}_id", sa.ForeignKey(right.__table__.c.id), primary_key=True, index=True),
        schema=left.__table__.schema,
    )


link(User, Post)
