"""expand: online enum columns together

Revision ID: 002_expand_online_enum_columns
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 5, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_expand_online_enum_columns"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # the labels of enum type size have another order; PostgreSQL can neither remove nor
    # move a label, so there is another type, which takes the name of this one then
    postgresql.ENUM("XL", "L", "M", "S", name="size_new").create(
        op.get_bind(), checkfirst=False
    )

    # the labels of enum type size have another order (parcel.ordered); a column of the
    # new type is filled first, and takes its place then
    op.add_column(
        "parcel",
        sa.Column(
            "ordered_new",
            postgresql.ENUM("XL", "L", "M", "S", name="size_new", create_type=False),
            nullable=True,
        ),
    )

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_parcel_ordered() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.ordered_new := (SELECT ordered::text::size_new FROM (SELECT NEW.*) AS parcel);
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_parcel_ordered BEFORE INSERT OR UPDATE ON "
        "parcel FOR EACH ROW EXECUTE FUNCTION limbeck_sync_parcel_ordered()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_parcel_ordered_new_set",
        "parcel",
        "ordered_new IS NOT NULL",
        postgresql_not_valid=True,
    )

    # the labels of enum type size have another order (parcel.sent); a column of the new
    # type is filled first, and takes its place then
    op.add_column(
        "parcel",
        sa.Column(
            "sent_new",
            postgresql.ENUM("XL", "L", "M", "S", name="size_new", create_type=False),
            nullable=True,
        ),
    )

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_parcel_sent() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.sent_new := (SELECT sent::text::size_new FROM (SELECT NEW.*) AS parcel);
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_parcel_sent BEFORE INSERT OR UPDATE ON parcel "
        "FOR EACH ROW EXECUTE FUNCTION limbeck_sync_parcel_sent()"
    )

    # the check is to hold for the new column too; it is not validated yet, so that no
    # table is read under the lock
    op.create_check_constraint(
        "ck_parcel_sizes_new",
        "parcel",
        "ordered_new <> sent_new OR place > 0",
        postgresql_not_valid=True,
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_parcel_sizes_new", "parcel", type_="check")
    op.execute("DROP TRIGGER limbeck_sync_parcel_sent ON parcel")
    op.execute("DROP FUNCTION limbeck_sync_parcel_sent")
    op.drop_column("parcel", "sent_new")
    op.drop_constraint("ck_parcel_ordered_new_set", "parcel", type_="check")
    op.execute("DROP TRIGGER limbeck_sync_parcel_ordered ON parcel")
    op.execute("DROP FUNCTION limbeck_sync_parcel_ordered")
    op.drop_column("parcel", "ordered_new")
    postgresql.ENUM(name="size_new").drop(op.get_bind(), checkfirst=False)
