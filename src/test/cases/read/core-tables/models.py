from sqlalchemy import (
    Column, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, PrimaryKeyConstraint, String, Table,
    UniqueConstraint, func,
)

metadata = MetaData()

users = Table(
    "users",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(30), nullable=False),
    UniqueConstraint("name", name="uq_name"),
    comment="people",
)

links = Table(
    "links",
    metadata,
    Column("a", Integer, ForeignKey(users.c.id), nullable=False),
    Column("b", Integer, nullable=False),
    PrimaryKeyConstraint("a", "b", name="links_key"),
    ForeignKeyConstraint(["b"], ["users.id"], name="fk_b", ondelete="SET NULL"),
)

Index("ix_users_name", users.c.name, users.c.id)
