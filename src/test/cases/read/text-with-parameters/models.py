"""A word behind a colon is a parameter, also inside quotes; without a value it is NULL."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Note(Base):
    __tablename__ = "note"

    id: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[str] = mapped_column(sa.Text, server_default=sa.text("'at :hour'"))
    plain: Mapped[str] = mapped_column(sa.Text, server_default=":hour")
    level: Mapped[int] = mapped_column(
        sa.Integer, server_default=sa.text("(:low + :high)").bindparams(low=3, high=4)
    )
    size: Mapped[int] = mapped_column(sa.Integer, sa.Computed("length(start || ':x')", persisted=True))

    __table_args__ = (
        sa.CheckConstraint("start <> ':none'", name="ck_quoted"),
        sa.CheckConstraint("start <> '\\:none'", name="ck_escaped"),
        sa.CheckConstraint("start <> 'a:b' AND start <> ': x' AND start <> 'x:'", name="ck_words"),
        sa.CheckConstraint(
            sa.text("level > :least AND start <> :word").bindparams(sa.bindparam("least", 2), word="it's"),
            name="ck_values",
        ),
        sa.Index("ix_text", "level", postgresql_where=sa.text("start <> ':y'")),
    )
