import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Account(Base):
    __tablename__ = "account"
    id: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(40), unique=True)
    balance = sa.Column(sa.Numeric(10, 2), server_default="0", nullable=False)
    made_at: Mapped[str] = mapped_column(sa.DateTime(timezone=True))


def history(table):
    columns = []
    for column in table.columns:
        columns.append(sa.Column(column.name, column.type, nullable=not column.primary_key, primary_key=column.primary_key, autoincrement=False))
    columns.append(sa.Column("version", sa.Integer, primary_key=True))
    return sa.Table(table.name + "_history", table.metadata, *columns)


account_history = history(Account.__table__)


def shadow(cls):
    return sa.Table(
        f"{cls.__tablename__}_shadow",
        cls.metadata,
        *[c.copy() if hasattr(c, "copy") else c._copy() for c in cls.__table__.columns],
    )


copies = sa.Table("copies", Base.metadata, *[c._copy() for c in Account.__table__.c])
