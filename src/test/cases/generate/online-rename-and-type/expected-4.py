"""switch: online rename and type

Revision ID: 005_switch_online_rename_and
Revises: 004_build_online_rename_and_type
Create Date: 2026-01-01 00:00:00

Phase 4 of 5, switch: what was prepared is put to use, in one transaction that holds its
locks only for a moment.

Once it has run, programs of the version before and of the version after work side by
side: the version after may be deployed from here on, and must have replaced the other
before phase 5.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "005_switch_online_rename_and"
down_revision = "004_build_online_rename_and_type"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column(
        "hero", "badge_code", existing_type=sa.String(length=20), nullable=False
    )

    # the check has done its work
    op.drop_constraint("ck_hero_badge_code_set", "hero", type_="check")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_badge_code_set")
    op.create_check_constraint(
        "ck_hero_badge_code_set",
        "hero",
        "badge_code IS NOT NULL",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_badge_code_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column(
        "hero", "badge_code", existing_type=sa.String(length=20), nullable=True
    )
