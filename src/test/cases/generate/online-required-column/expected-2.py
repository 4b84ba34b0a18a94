"""contract: online required column

Revision ID: 003_contract_online_required
Revises: 002_expand_online_required
Create Date: 2026-01-01 00:00:00

Phase 2 of 2, contract: what only the version before needs is taken away.

Run it only when no program of the version before runs any more; those fail from then
on.

Safety notes:

- From the last phase on hero.rank must be given: programs of the version before insert
  no value, and fail.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "003_contract_online_required"
down_revision = "002_expand_online_required"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # every program gives a value from now on, and the models ask for no server default
    op.alter_column(
        "hero", "rank", existing_type=sa.String(length=20), server_default=None
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column(
        "hero",
        "rank",
        existing_type=sa.String(length=20),
        server_default=sa.text("'rookie'"),
    )
