import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    __table_args__ = (
        sa.Index("ix_prefix", "name", "note", mysql_length={"name": 10, "note": 5}),
        sa.Index("ix_length", "note", mysql_length=7),
        sa.Index("ix_using", "number", mysql_using="hash", postgresql_using="hash"),
        sa.Index("ix_full", "note", mysql_prefix="FULLTEXT"),
        sa.Index("ix_some", "number", unique=True, sqlite_where=sa.text("number > 1"), postgresql_where=sa.text("number > 2")),
        sa.Index("ix_parts", sa.desc("number"), "name"),
        sa.Index(None, "name", "number"),
        sa.Index("ix_none_unique", "name", unique=None),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(50))
    note: Mapped[str] = mapped_column(sa.Text)
    number: Mapped[int]
