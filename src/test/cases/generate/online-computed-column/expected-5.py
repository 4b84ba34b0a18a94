"""build: online computed column

Revision ID: 006_build_online_computed_column
Revises: 005_contract_online_computed
Create Date: 2026-01-01 00:00:00

Phase 5 of 5, build: indexes are built and rows are checked while others read and write.
When it is broken off, run it again: what it left half done is cleaned up first.

Once it has run, the version after works.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "006_build_online_computed_column"
down_revision = "005_contract_online_computed"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_line_note")

    # the index ix_line_note on line (note) is new or differs; it is built concurrently,
    # outside a transaction, and blocks nobody
    with op.get_context().autocommit_block():
        op.create_index(
            op.f("ix_line_note"),
            "line",
            ["note"],
            unique=False,
            postgresql_concurrently=True,
        )


def downgrade() -> None:
    with op.get_context().autocommit_block():
        op.drop_index(
            op.f("ix_line_note"), table_name="line", postgresql_concurrently=True
        )
