"""contract: online rename table

Revision ID: 003_contract_online_rename_table
Revises: 002_expand_online_rename_table
Create Date: 2026-01-01 00:00:00

Phase 2 of 2, contract: what only the version before needs is taken away.

Run it only when no program of the version before runs any more; those fail from then
on.

Safety notes:

- Programs that still use table hero fail from the last phase on.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "003_contract_online_rename_table"
down_revision = "002_expand_online_rename_table"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # no program uses the old name any more
    # limbeck: allow view-or-function-dropped -- champion has the rows
    op.execute("DROP VIEW hero")

    op.execute("ALTER TABLE champion RENAME CONSTRAINT hero_pkey TO champion_pkey")
    op.execute("ALTER INDEX ix_hero_name RENAME TO ix_champion_name")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER INDEX ix_champion_name RENAME TO ix_hero_name")
    op.execute("ALTER TABLE champion RENAME CONSTRAINT champion_pkey TO hero_pkey")
    op.execute("CREATE VIEW hero AS SELECT id, name FROM champion")
