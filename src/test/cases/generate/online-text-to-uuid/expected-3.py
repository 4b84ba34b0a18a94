"""build: online text to uuid

Revision ID: 004_build_online_text_to_uuid
Revises: 003_fill_online_text_to_uuid
Create Date: 2026-01-01 00:00:00

Phase 3 of 5, build: indexes are built and rows are checked while others read and write.
When it is broken off, run it again: what it left half done is cleaned up first.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "004_build_online_text_to_uuid"
down_revision = "003_fill_online_text_to_uuid"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hero_token_key_new")

    # the index is to be over the new column too; it is built concurrently, outside a
    # transaction, and blocks nobody
    with op.get_context().autocommit_block():
        op.create_index(
            "hero_token_key_new",
            "hero",
            ["token_new"],
            unique=True,
            postgresql_concurrently=True,
        )


def downgrade() -> None:
    with op.get_context().autocommit_block():
        op.drop_index(
            "hero_token_key_new", table_name="hero", postgresql_concurrently=True
        )
