"""build: online partitioned table

Revision ID: 004_build_online_partitioned
Revises: 003_fill_online_partitioned
Create Date: 2026-01-01 00:00:00

Phase 3 of 6, build: indexes are built and rows are checked while others read and write.
When it is broken off, run it again: what it left half done is cleaned up first.

Once it has run, neither version works without errors before phase 4 has run too: do not
stop here.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "004_build_online_partitioned"
down_revision = "003_fill_online_partitioned"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # rows are checked in a transaction of its own, while others read and write
    # limbeck: allow rows-may-violate-check -- the rows have been filled
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE deed VALIDATE CONSTRAINT ck_deed_n_new_set")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_deed_n_new_set", "deed", type_="check")
    op.create_check_constraint(
        "ck_deed_n_new_set", "deed", "n_new IS NOT NULL", postgresql_not_valid=True
    )
