import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.dialects.postgresql import JSONB


class Base(DeclarativeBase):
    pass


class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.Text)
    data: Mapped[dict] = mapped_column(JSONB)
    flag: Mapped[bool] = mapped_column()
    n: Mapped[int] = mapped_column()
    __table_args__ = (
        sa.Index("ix_gin", "data", postgresql_using="gin"),
        sa.Index("ix_trgm", "name", postgresql_using="gin", postgresql_ops={"name": "gin_trgm_ops"}),
        sa.Index("ix_part", "n", postgresql_where=sa.text("flag")),
        sa.Index("ix_part2", "n", unique=True, postgresql_where=flag == True),  # noqa: E712
        sa.Index("ix_part3", "n", postgresql_where=sa.and_(flag, n > 3)),
        sa.Index("ix_inc", "n", postgresql_include=["name"]),
        sa.Index("ix_with", "n", postgresql_with={"fillfactor": 50}),
        sa.Index("ix_nnd", "n", unique=True, postgresql_nulls_not_distinct=True),
        sa.Index("ix_lower", sa.func.lower(name)),
        sa.Index("ix_desc", n.desc(), name.asc().nulls_last()),
        sa.Index("ix_expr", sa.text("(data ->> 'x')")),
        sa.Index("ix_json", data["k"].astext),
        sa.Index("ix_cast", sa.cast(name, sa.Integer)),
        sa.Index("ix_lab", sa.func.lower(name).label("low"), postgresql_ops={"low": "text_pattern_ops"}),
    )
