"""Quotes, colons, percent signs and backslashes wherever there is text."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


note = sa.Table(
    "note",
    Base.metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("it's", sa.Text, comment="100% :ok \\ \"x\""),
    sa.Column(
        "kind", sa.Enum("it's", "a:b", "50%", 'x"y', name="Odd Kind"), server_default="a:b"
    ),
    sa.Column("text", sa.Text, server_default="a:b %s 'x' \\n"),
    sa.CheckConstraint("text <> ':x' AND text NOT LIKE '%%y'", name="ck:odd"),
    comment="first line\nsecond ; -- x",
)
