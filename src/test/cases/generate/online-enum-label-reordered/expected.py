"""expand: online enum label reordered

Revision ID: 002_expand_online_enum_label
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
revision = "002_expand_online_enum_label"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # the labels of enum type size have another order; PostgreSQL can neither remove nor
    # move a label, so there is another type, which takes the name of this one then
    postgresql.ENUM("S", "M", "L", name="size_new").create(
        op.get_bind(), checkfirst=False
    )

    # the labels of enum type size have another order (shirt.size); a column of the new
    # type is filled first, and takes its place then
    op.add_column(
        "shirt",
        sa.Column(
            "size_new",
            postgresql.ENUM("S", "M", "L", name="size_new", create_type=False),
            nullable=True,
        ),
    )

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_shirt_size() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.size_new := (SELECT size::text::size_new FROM (SELECT NEW.*) AS shirt);
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_shirt_size BEFORE INSERT OR UPDATE ON shirt "
        "FOR EACH ROW EXECUTE FUNCTION limbeck_sync_shirt_size()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_shirt_size_new_set",
        "shirt",
        "size_new IS NOT NULL",
        postgresql_not_valid=True,
    )

    # the labels of enum type size have another order (shirt.second); a column of the
    # new type is filled first, and takes its place then
    op.add_column(
        "shirt",
        sa.Column(
            "second_new",
            postgresql.ENUM("S", "M", "L", name="size_new", create_type=False),
            nullable=True,
        ),
    )

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_shirt_second() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.second_new := (SELECT second::text::size_new FROM (SELECT NEW.*) AS shirt);
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_shirt_second BEFORE INSERT OR UPDATE ON shirt "
        "FOR EACH ROW EXECUTE FUNCTION limbeck_sync_shirt_second()"
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("DROP TRIGGER limbeck_sync_shirt_second ON shirt")
    op.execute("DROP FUNCTION limbeck_sync_shirt_second")
    op.drop_column("shirt", "second_new")
    op.drop_constraint("ck_shirt_size_new_set", "shirt", type_="check")
    op.execute("DROP TRIGGER limbeck_sync_shirt_size ON shirt")
    op.execute("DROP FUNCTION limbeck_sync_shirt_size")
    op.drop_column("shirt", "size_new")
    postgresql.ENUM(name="size_new").drop(op.get_bind(), checkfirst=False)
