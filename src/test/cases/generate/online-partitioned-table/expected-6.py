"""build 2: online partitioned table

Revision ID: 007_build_2_online_partitioned
Revises: 006_contract_online_partitioned
Create Date: 2026-01-01 00:00:00

Phase 6 of 6, build 2: indexes are built and rows are checked while others read and
write. When it is broken off, run it again: what it left half done is cleaned up first.

Once it has run, the version after works.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "007_build_2_online_partitioned"
down_revision = "006_contract_online_partitioned"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # a concurrent build that failed leaves an invalid index behind
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_deed_n")

    # the index ix_deed_n on deed (n) is new or differs; it is built concurrently,
    # outside a transaction, and blocks nobody
    with op.get_context().autocommit_block():
        op.create_index(
            op.f("ix_deed_n"), "deed", ["n"], unique=False, postgresql_concurrently=True
        )


def downgrade() -> None:
    with op.get_context().autocommit_block():
        op.drop_index(
            op.f("ix_deed_n"), table_name="deed", postgresql_concurrently=True
        )
