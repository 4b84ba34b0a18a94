"""switch: online rename column

Revision ID: 005_switch_online_rename_column
Revises: 004_build_online_rename_column
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
revision = "005_switch_online_rename_column"
down_revision = "004_build_online_rename_column"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column("hero", "alias", existing_type=sa.String(), nullable=False)

    # the check has done its work
    op.drop_constraint("ck_hero_alias_set", "hero", type_="check")

    # the index that was built becomes the constraint's own
    op.execute(
        "ALTER TABLE hero ADD CONSTRAINT uq_hero_name_new UNIQUE USING INDEX "
        "uq_hero_name_new"
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS uq_hero_name_new")
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_hero_name_new")
        op.create_index(
            "uq_hero_name_new",
            "hero",
            ["alias", "secret_name"],
            unique=True,
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_alias_set")
    op.create_check_constraint(
        "ck_hero_alias_set", "hero", "alias IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_alias_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column("hero", "alias", existing_type=sa.String(), nullable=True)
