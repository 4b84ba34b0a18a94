"""expand: online required column

Revision ID: 002_expand_online_required
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 2, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, programs of the version before and of the version after work side by
side: the version after may be deployed from here on, and must have replaced the other
before phase 2.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_expand_online_required"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # column hero.rank is new; the rows there are get the default of the model, without
    # being written
    op.add_column(
        "hero",
        sa.Column(
            "rank",
            sa.String(length=20),
            server_default=sa.text("'rookie'"),
            nullable=False,
        ),
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_column("hero", "rank")
