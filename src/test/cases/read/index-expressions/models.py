import sqlalchemy as sa
from sqlalchemy import func
from sqlalchemy.dialects.postgresql import JSONB, TSVECTOR
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(50))
    data = sa.Column(JSONB)
    at = sa.Column(sa.DateTime())
    n = sa.Column(sa.Integer)

    __table_args__ = (
        sa.Index("ix_trim", func.lower(func.trim(name))),
        sa.Index("ix_coalesce", func.coalesce(n, 0), unique=True),
        sa.Index("ix_path", data["a"]["b"].astext),
        sa.CheckConstraint(data["n"].as_integer() > 3, name="member"),
        sa.CheckConstraint(data["a"]["b"].as_string() == "x", name="deep"),
        sa.Index("ix_vector", func.to_tsvector(sa.literal_column("'english'"), name), postgresql_using="gin"),
        sa.Index("ix_trunc", func.date_trunc("day", at)),
        sa.Index("ix_extract", sa.extract("year", at)),
        sa.Index("ix_where", "n", postgresql_where=sa.or_(sa.column("n").is_(None), sa.column("n").in_([1, 2, 3]))),
        sa.Index("ix_where_not", "n", postgresql_where=~sa.column("n").between(3, 5)),
        sa.Index("ix_ops", "name", postgresql_ops={"name": "varchar_pattern_ops"}),
        sa.Index("ix_collate", sa.collate(name, "C")),
        sa.Index("ix_json", "data", postgresql_using="gin", postgresql_ops={"data": "jsonb_path_ops"}),
        sa.Index("ix_with", "n", postgresql_with={"fillfactor": 70}),
    )


sa.Index("ix_nulls", A.n.desc().nullsfirst(), A.name.asc())
sa.Index("ix_concat", A.name + "x")
