"""switch 2: online shared unique

Revision ID: 009_switch_2_online_shared
Revises: 008_build_2_online_shared_unique
Create Date: 2026-01-01 00:00:00

Phase 8 of 9, switch 2: what was prepared is put to use, in one transaction that holds
its locks only for a moment.

Once it has run, programs of the version before and of the version after work side by
side: the version after may be deployed from here on.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "009_switch_2_online_shared"
down_revision = "008_build_2_online_shared_unique"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column(
        "hero",
        "b_new",
        existing_type=postgresql.ENUM("D", "C", name="second_new", create_type=False),
        nullable=False,
    )

    # the check has done its work
    op.drop_constraint("ck_hero_b_new_set", "hero", type_="check")

    # the two columns change places
    op.alter_column("hero", "b", new_column_name="b_old")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("hero", "b_new", new_column_name="b")

    # the two columns change places
    op.execute("ALTER TABLE hero RENAME CONSTRAINT hero_a_b_key TO hero_a_b_key_old")

    # the index that was built becomes the constraint's own
    op.execute(
        "ALTER TABLE hero ADD CONSTRAINT hero_a_b_key UNIQUE USING INDEX "
        "hero_a_b_key_new"
    )

    # the two types change names
    op.execute("ALTER TYPE second RENAME TO second_old")

    # the two types change names
    # limbeck: allow type-renamed -- no model ever had this name
    op.execute("ALTER TYPE second_new RENAME TO second")

    # from now on the old column is kept like the new one
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_b() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.b IS DISTINCT FROM OLD.b THEN
                NEW.b_old := (SELECT b::text::second_old FROM (SELECT NEW.*) AS hero);
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

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_b_new_set")
    op.create_check_constraint(
        "ck_hero_b_new_set", "hero", "b IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_b_new_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_b() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.b_new := (SELECT b::text::second_new FROM (SELECT NEW.*) AS hero);
            RETURN NEW;
        END
        $$
    """)
    op.execute("ALTER TYPE second RENAME TO second_new")
    op.execute("ALTER TYPE second_old RENAME TO second")
    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS hero_a_b_key")
    op.execute("ALTER TABLE hero RENAME CONSTRAINT hero_a_b_key_old TO hero_a_b_key")
    op.alter_column("hero", "b", new_column_name="b_new")
    op.alter_column("hero", "b_old", new_column_name="b")
    op.alter_column(
        "hero",
        "b_new",
        existing_type=postgresql.ENUM("D", "C", name="second_new", create_type=False),
        nullable=True,
    )
