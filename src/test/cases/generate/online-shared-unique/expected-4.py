"""switch: online shared unique

Revision ID: 005_switch_online_shared_unique
Revises: 004_build_online_shared_unique
Create Date: 2026-01-01 00:00:00

Phase 4 of 9, switch: what was prepared is put to use, in one transaction that holds its
locks only for a moment.

Once it has run, the version before works on as it did; the version after must wait for
phase 8.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "005_switch_online_shared_unique"
down_revision = "004_build_online_shared_unique"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column(
        "hero",
        "a_new",
        existing_type=postgresql.ENUM("B", "A", name="first_new", create_type=False),
        nullable=False,
    )

    # the check has done its work
    op.drop_constraint("ck_hero_a_new_set", "hero", type_="check")

    # the two columns change places
    op.alter_column("hero", "a", new_column_name="a_old")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("hero", "a_new", new_column_name="a")

    # the two columns change places
    op.execute("ALTER TABLE hero RENAME CONSTRAINT hero_a_b_key TO hero_a_b_key_old")

    # the index that was built becomes the constraint's own
    op.execute(
        "ALTER TABLE hero ADD CONSTRAINT hero_a_b_key UNIQUE USING INDEX "
        "hero_a_b_key_new"
    )

    # the two types change names
    op.execute("ALTER TYPE first RENAME TO first_old")

    # the two types change names
    # limbeck: allow type-renamed -- no model ever had this name
    op.execute("ALTER TYPE first_new RENAME TO first")

    # from now on the old column is kept like the new one
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_a() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.a IS DISTINCT FROM OLD.a THEN
                NEW.a_old := (SELECT a::text::first_old FROM (SELECT NEW.*) AS hero);
            END IF;
            RETURN NEW;
        END
        $$
    """)


def downgrade() -> None:
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hero_a_b_key_new")
        op.create_index(
            "hero_a_b_key_new",
            "hero",
            ["a", "b"],
            unique=True,
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_a_new_set")
    op.create_check_constraint(
        "ck_hero_a_new_set", "hero", "a IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_a_new_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_a() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.a_new := (SELECT a::text::first_new FROM (SELECT NEW.*) AS hero);
            RETURN NEW;
        END
        $$
    """)
    op.execute("ALTER TYPE first RENAME TO first_new")
    op.execute("ALTER TYPE first_old RENAME TO first")
    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS hero_a_b_key")
    op.execute("ALTER TABLE hero RENAME CONSTRAINT hero_a_b_key_old TO hero_a_b_key")
    op.alter_column("hero", "a", new_column_name="a_new")
    op.alter_column("hero", "a_old", new_column_name="a")
    op.alter_column(
        "hero",
        "a_new",
        existing_type=postgresql.ENUM("B", "A", name="first_new", create_type=False),
        nullable=True,
    )
