"""online index

Revision ID: 002_online_index
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Indexes are built and rows are checked while others read and write. When it is broken
off, run it again: what it left half done is cleaned up first.

Programs of the version before and of the version after work before it and after it.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_online_index"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_hero_secret_name")

    # the index ix_hero_secret_name on hero (secret_name) is new or differs; it is built
    # concurrently, outside a transaction, and blocks nobody
    with op.get_context().autocommit_block():
        op.create_index(
            op.f("ix_hero_secret_name"),
            "hero",
            ["secret_name"],
            unique=False,
            postgresql_concurrently=True,
        )


def downgrade() -> None:
    with op.get_context().autocommit_block():
        op.drop_index(
            op.f("ix_hero_secret_name"), table_name="hero", postgresql_concurrently=True
        )
