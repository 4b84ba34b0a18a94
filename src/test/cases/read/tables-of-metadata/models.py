import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    b_id: Mapped[int] = mapped_column(sa.ForeignKey("b.id"))


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(5))


sa.Index("ix_b_name", Base.metadata.tables["b"].c.name)
Base.metadata.tables["a"].append_column(sa.Column("late", sa.Integer))
for number, table in enumerate(Base.metadata.sorted_tables):
    table.append_column(sa.Column(f"tenant_{number}", sa.Integer, nullable=False, index=True))
for table in Base.metadata.tables.values():
    table.comment = f"the table {table.name}"
for name, table in Base.metadata.tables.items():
    sa.Index(f"ix_{name}_all", *[c for c in table.columns if c.name.startswith("tenant")], table.c.id)
if "b" in Base.metadata.tables:
    sa.Index("ix_there", B.name, B.id)
