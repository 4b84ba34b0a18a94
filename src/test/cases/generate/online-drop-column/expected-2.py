"""contract: online drop column

Revision ID: 003_contract_online_drop_column
Revises: 002_expand_online_drop_column
Create Date: 2026-01-01 00:00:00

Phase 2 of 2, contract: what only the version before needs is taken away.

Run it only when no program of the version before runs any more; those fail from then
on.

Safety notes:

- Dropping hero.secret_name loses its values; back them up first.
- Programs that still use hero.secret_name fail from this moment on.
- The downgrade does not bring back the values of hero.secret_name.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "003_contract_online_drop_column"
down_revision = "002_expand_online_drop_column"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_column("hero", "secret_name")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.add_column("hero", sa.Column("secret_name", sa.String(), nullable=True))
