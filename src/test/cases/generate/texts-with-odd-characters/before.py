"""A plain table."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


note = sa.Table("note", Base.metadata, sa.Column("id", sa.Integer, primary_key=True))
