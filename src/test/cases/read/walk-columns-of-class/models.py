import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    code = sa.Column("the_code", sa.String(7), nullable=False)
    note: Mapped[str | None] = mapped_column(sa.String(9))
    other_id: Mapped[int]


for c in T.__table__.columns:
    if c.name.endswith("_id") or c.name == "the_code":
        sa.Index(f"ix_{T.__table__.name}_{c.name}", c)

NAMES = [c.name for c in T.__table__.columns if not c.primary_key]
NULLABLE = [c.key for c in T.__table__.c if c.nullable]

audit = sa.Table(
    "audit",
    Base.metadata,
    sa.Column("audit_id", sa.Integer, primary_key=True),
    *[sa.Column(f"old_{name}", sa.Text) for name in NAMES],
    sa.Index("ix_audit", *[f"old_{name}" for name in NULLABLE]),
)
KEYS = T.__table__.columns.keys()
keys = sa.Table("keys", Base.metadata, *[sa.Column(key, sa.Integer, primary_key=key == "id") for key in KEYS])
first = list(T.__table__.primary_key.columns)[0]
sa.Index("ix_first", first, T.__table__.c.note)
