"""switch: online enum label reordered

Revision ID: 005_switch_online_enum_label
Revises: 004_build_online_enum_label
Create Date: 2026-01-01 00:00:00

Phase 4 of 5, switch: what was prepared is put to use, in one transaction that holds its
locks only for a moment.

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
revision = "005_switch_online_enum_label"
down_revision = "004_build_online_enum_label"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column(
        "shirt",
        "size_new",
        existing_type=postgresql.ENUM(
            "S", "M", "L", name="size_new", create_type=False
        ),
        nullable=False,
    )

    # the check has done its work
    op.drop_constraint("ck_shirt_size_new_set", "shirt", type_="check")

    # the two columns change places
    op.alter_column("shirt", "size", new_column_name="size_old")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("shirt", "size_new", new_column_name="size")

    # the two columns change places
    op.alter_column("shirt", "second", new_column_name="second_old")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("shirt", "second_new", new_column_name="second")

    # the two columns change places
    op.execute(
        "ALTER TABLE shirt RENAME CONSTRAINT shirt_size_key TO shirt_size_key_old"
    )

    # the index that was built becomes the constraint's own
    op.execute(
        "ALTER TABLE shirt ADD CONSTRAINT shirt_size_key UNIQUE USING INDEX "
        "shirt_size_key_new"
    )

    # the two types change names
    op.execute("ALTER TYPE size RENAME TO size_old")

    # the two types change names
    # limbeck: allow type-renamed -- no model ever had this name
    op.execute("ALTER TYPE size_new RENAME TO size")

    # from now on the old column is kept like the new one
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_shirt_size() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.size IS DISTINCT FROM OLD.size THEN
                NEW.size_old := (SELECT size::text::size_old FROM (SELECT NEW.*) AS shirt);
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_shirt_second() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.second IS DISTINCT FROM OLD.second THEN
                NEW.second_old := (SELECT second::text::size_old FROM (SELECT NEW.*) AS shirt);
            END IF;
            RETURN NEW;
        END
        $$
    """)


def downgrade() -> None:
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS shirt_size_key_new")
        op.create_index(
            "shirt_size_key_new",
            "shirt",
            ["size"],
            unique=True,
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE shirt DROP CONSTRAINT IF EXISTS ck_shirt_size_new_set")
    op.create_check_constraint(
        "ck_shirt_size_new_set", "shirt", "size IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE shirt VALIDATE CONSTRAINT ck_shirt_size_new_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_shirt_second() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.second_new := (SELECT second::text::size_new FROM (SELECT NEW.*) AS shirt);
            RETURN NEW;
        END
        $$
    """)
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_shirt_size() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.size_new := (SELECT size::text::size_new FROM (SELECT NEW.*) AS shirt);
            RETURN NEW;
        END
        $$
    """)
    op.execute("ALTER TYPE size RENAME TO size_new")
    op.execute("ALTER TYPE size_old RENAME TO size")
    op.execute("ALTER TABLE shirt DROP CONSTRAINT IF EXISTS shirt_size_key")
    op.execute(
        "ALTER TABLE shirt RENAME CONSTRAINT shirt_size_key_old TO shirt_size_key"
    )
    op.alter_column("shirt", "second", new_column_name="second_new")
    op.alter_column("shirt", "second_old", new_column_name="second")
    op.alter_column("shirt", "size", new_column_name="size_new")
    op.alter_column("shirt", "size_old", new_column_name="size")
    op.alter_column(
        "shirt",
        "size_new",
        existing_type=postgresql.ENUM(
            "S", "M", "L", name="size_new", create_type=False
        ),
        nullable=True,
    )
