"""Texts with characters that mean something to Python or SQLAlchemy."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Rule(Base):
    __tablename__ = "rule"
    __table_args__ = (sa.CheckConstraint("text <> 'a:b' AND text NOT LIKE '%x%'", name="ck_rule_text"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(sa.String(50), server_default="100% :sure \\ 'yes'")
