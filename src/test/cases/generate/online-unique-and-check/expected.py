"""expand: online unique and check

Revision ID: 002_expand_online_unique_and
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 3, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, programs of the version before and of the version after work side by
side: the version after may be deployed from here on.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_expand_online_unique_and"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # the check ck_hero_age (age >= 0) of hero is new; it is not validated yet, so that
    # no table is read under the lock
    op.create_check_constraint(
        "ck_hero_age", "hero", "age >= 0", postgresql_not_valid=True
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_hero_age", "hero", type_="check")
