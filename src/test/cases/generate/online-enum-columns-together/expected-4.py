"""switch: online enum columns together

Revision ID: 005_switch_online_enum_columns
Revises: 004_build_online_enum_columns
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
revision = "005_switch_online_enum_columns"
down_revision = "004_build_online_enum_columns"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column(
        "parcel",
        "ordered_new",
        existing_type=postgresql.ENUM(
            "XL", "L", "M", "S", name="size_new", create_type=False
        ),
        nullable=False,
    )

    # the check has done its work
    op.drop_constraint("ck_parcel_ordered_new_set", "parcel", type_="check")

    # the two columns change places
    op.alter_column("parcel", "ordered", new_column_name="ordered_old")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("parcel", "ordered_new", new_column_name="ordered")

    # the default goes along
    op.alter_column(
        "parcel",
        "sent",
        existing_type=postgresql.ENUM(
            "S", "M", "L", "XL", name="size", create_type=False
        ),
        server_default=None,
    )

    # the two columns change places
    op.alter_column("parcel", "sent", new_column_name="sent_old")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("parcel", "sent_new", new_column_name="sent")

    # the two columns change places
    op.execute("ALTER INDEX ix_parcel_sent RENAME TO ix_parcel_sent_old")
    op.execute("ALTER INDEX ix_parcel_sent_new RENAME TO ix_parcel_sent")
    op.execute("ALTER INDEX ix_parcel_sizes RENAME TO ix_parcel_sizes_old")
    op.execute("ALTER INDEX ix_parcel_sizes_new RENAME TO ix_parcel_sizes")
    op.execute(
        "ALTER TABLE parcel RENAME CONSTRAINT ck_parcel_sizes TO "
        "ck_parcel_sizes_old"
    )
    op.execute(
        "ALTER TABLE parcel RENAME CONSTRAINT ck_parcel_sizes_new TO "
        "ck_parcel_sizes"
    )
    op.execute(
        "ALTER TABLE parcel RENAME CONSTRAINT uq_parcel_sizes TO "
        "uq_parcel_sizes_old"
    )

    # the index that was built becomes the constraint's own
    op.execute(
        "ALTER TABLE parcel ADD CONSTRAINT uq_parcel_sizes UNIQUE USING INDEX "
        "uq_parcel_sizes_new"
    )

    # the two types change names
    op.execute("ALTER TYPE size RENAME TO size_old")

    # the two types change names
    # limbeck: allow type-renamed -- no model ever had this name
    op.execute("ALTER TYPE size_new RENAME TO size")

    # the default goes along
    op.alter_column(
        "parcel",
        "sent",
        existing_type=postgresql.ENUM(
            "XL", "L", "M", "S", name="size", create_type=False
        ),
        server_default="M",
    )

    # from now on the old column is kept like the new one
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_parcel_ordered() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.ordered IS DISTINCT FROM OLD.ordered THEN
                NEW.ordered_old := (SELECT ordered::text::size_old FROM (SELECT NEW.*) AS parcel);
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_parcel_sent() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.sent IS DISTINCT FROM OLD.sent THEN
                NEW.sent_old := (SELECT sent::text::size_old FROM (SELECT NEW.*) AS parcel);
            END IF;
            RETURN NEW;
        END
        $$
    """)


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE parcel DROP CONSTRAINT IF EXISTS ck_parcel_ordered_new_set")
    op.create_check_constraint(
        "ck_parcel_ordered_new_set",
        "parcel",
        "ordered IS NOT NULL",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE parcel VALIDATE CONSTRAINT ck_parcel_ordered_new_set")
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_parcel_sizes_new")
        op.create_index(
            "uq_parcel_sizes_new",
            "parcel",
            ["ordered", "sent", "place"],
            unique=True,
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_parcel_sent() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.sent_new := (SELECT sent::text::size_new FROM (SELECT NEW.*) AS parcel);
            RETURN NEW;
        END
        $$
    """)
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_parcel_ordered() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.ordered_new := (SELECT ordered::text::size_new FROM (SELECT NEW.*) AS parcel);
            RETURN NEW;
        END
        $$
    """)
    op.alter_column(
        "parcel",
        "sent",
        existing_type=postgresql.ENUM(
            "XL", "L", "M", "S", name="size", create_type=False
        ),
        server_default=None,
    )
    op.execute("ALTER TYPE size RENAME TO size_new")
    op.execute("ALTER TYPE size_old RENAME TO size")
    op.execute("ALTER TABLE parcel DROP CONSTRAINT IF EXISTS uq_parcel_sizes")
    op.execute(
        "ALTER TABLE parcel RENAME CONSTRAINT uq_parcel_sizes_old TO "
        "uq_parcel_sizes"
    )
    op.execute(
        "ALTER TABLE parcel RENAME CONSTRAINT ck_parcel_sizes TO "
        "ck_parcel_sizes_new"
    )
    op.execute(
        "ALTER TABLE parcel RENAME CONSTRAINT ck_parcel_sizes_old TO "
        "ck_parcel_sizes"
    )
    op.execute("ALTER INDEX ix_parcel_sizes RENAME TO ix_parcel_sizes_new")
    op.execute("ALTER INDEX ix_parcel_sizes_old RENAME TO ix_parcel_sizes")
    op.execute("ALTER INDEX ix_parcel_sent RENAME TO ix_parcel_sent_new")
    op.execute("ALTER INDEX ix_parcel_sent_old RENAME TO ix_parcel_sent")
    op.alter_column("parcel", "sent", new_column_name="sent_new")
    op.alter_column("parcel", "sent_old", new_column_name="sent")
    op.alter_column(
        "parcel",
        "sent",
        existing_type=postgresql.ENUM(
            "S", "M", "L", "XL", name="size", create_type=False
        ),
        server_default="M",
    )
    op.alter_column("parcel", "ordered", new_column_name="ordered_new")
    op.alter_column("parcel", "ordered_old", new_column_name="ordered")
    op.alter_column(
        "parcel",
        "ordered_new",
        existing_type=postgresql.ENUM(
            "XL", "L", "M", "S", name="size_new", create_type=False
        ),
        nullable=True,
    )
