"""switch: online unique and check

Revision ID: 004_switch_online_unique_and
Revises: 003_build_online_unique_and
Create Date: 2026-01-01 00:00:00

Phase 3 of 3, switch: what was prepared is put to use, in one transaction that holds its
locks only for a moment.

Programs of the version before and of the version after work before it and after it.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "004_switch_online_unique_and"
down_revision = "003_build_online_unique_and"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # the index that was built becomes the constraint's own
    op.execute(
        "ALTER TABLE hero ADD CONSTRAINT uq_hero_names UNIQUE USING INDEX "
        "uq_hero_names"
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS uq_hero_names")
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_hero_names")
        op.create_index(
            "uq_hero_names",
            "hero",
            ["name", "secret_name"],
            unique=True,
            postgresql_concurrently=True,
        )
