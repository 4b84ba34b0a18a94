import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Audited:
    __table_args__ = (sa.CheckConstraint("id > 0", name="positive"), {"comment": "audited"})


class Schema:
    __table_args__ = {"schema": "app", "info": {"a": 1}}


class A(Audited, Base):
    __tablename__ = "a"
    __table_args__ = (*Audited.__table_args__[:-1], sa.UniqueConstraint("x"), {**Audited.__table_args__[-1], "schema": "app"})
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[int]


class B(Schema, Base):
    __tablename__ = "b"
    __table_args__ = (sa.Index(None, "x"),) + ({**Schema.__table_args__, "comment": "b"},)
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[int]


class C(Schema, Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    b_id: Mapped[int] = mapped_column(sa.ForeignKey(f"{B.__table_args__[-1]['schema']}.{B.__tablename__}.id"))
    b2_id: Mapped[int] = mapped_column(sa.ForeignKey(B.__table__.c.id))
    b3_id = mapped_column(sa.Integer)
    __table_args__ = (sa.ForeignKeyConstraint([b3_id], [B.id]), sa.UniqueConstraint(b_id, b2_id, name="uq_pair"), Schema.__table_args__)
