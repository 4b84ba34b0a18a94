"""expand: online rename table

Revision ID: 002_expand_online_rename_table
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 2, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, programs of the version before and of the version after work side by
side: the version after may be deployed from here on, and must have replaced the other
before phase 2.

Safety notes:

- Programs that do not own champion need the same rights on the view hero that they had
  on the table. COPY, TRUNCATE and LOCK do not go through it.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_expand_online_rename_table"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # table hero is stated to be champion now; a view of the old name stands for it
    op.rename_table("hero", "champion")

    # programs of the version before read and write through it
    op.execute("CREATE VIEW hero AS SELECT id, name FROM champion")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("DROP VIEW hero")
    op.rename_table("champion", "hero")
