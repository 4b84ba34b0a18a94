"""expand: online drop column

Revision ID: 002_expand_online_drop_column
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 2, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, programs of the version before and of the version after work side by
side: the version after may be deployed from here on, and must have replaced the other
before phase 2.

Safety notes:

- Programs of the version before may meet NULL in hero.secret_name where the version
  after has inserted a row.
- The downgrade gives '' to rows that have come without hero.secret_name; say otherwise
  with --fill-down hero.secret_name="SQL".
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_expand_online_drop_column"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # hero.secret_name goes later; until then the version after inserts rows without it
    op.alter_column("hero", "secret_name", existing_type=sa.String(), nullable=True)


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_secret_name_set")
    op.create_check_constraint(
        "ck_hero_secret_name_set",
        "hero",
        "secret_name IS NOT NULL",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("UPDATE hero SET secret_name = '' WHERE secret_name IS NULL")
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_secret_name_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column("hero", "secret_name", existing_type=sa.String(), nullable=False)
    op.drop_constraint("ck_hero_secret_name_set", "hero", type_="check")
