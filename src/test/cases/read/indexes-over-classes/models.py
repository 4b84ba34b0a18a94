import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int]
    kind: Mapped[str] = mapped_column(sa.String(5))


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int]
    kind: Mapped[str] = mapped_column(sa.String(5))


for cls in (A, B):
    sa.Index(f"ix_{cls.__tablename__}_tenant", cls.tenant_id, getattr(cls, "kind"))
    sa.UniqueConstraint(cls.__table__.c["kind"], name=f"uq_{cls.__tablename__}_kind")
    cls.__table__.append_constraint(sa.CheckConstraint("tenant_id > 0", name=f"ck_{cls.__tablename__}"))


def search(cls, *columns):
    return sa.Index("ix_" + "_".join([cls.__table__.name, *columns]), *(cls.__table__.c[it] for it in columns))


for cls in [A, B]:
    search(cls, "kind", "id")
