"""expand: online shared unique

Revision ID: 002_expand_online_shared_unique
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 9, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, the version before works on as it did; the version after must wait for
phase 8.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_expand_online_shared_unique"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # the labels of enum type first have another order; PostgreSQL can neither remove
    # nor move a label, so there is another type, which takes the name of this one then
    postgresql.ENUM("B", "A", name="first_new").create(op.get_bind(), checkfirst=False)

    # the labels of enum type first have another order (hero.a); a column of the new
    # type is filled first, and takes its place then
    op.add_column(
        "hero",
        sa.Column(
            "a_new",
            postgresql.ENUM("B", "A", name="first_new", create_type=False),
            nullable=True,
        ),
    )

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_hero_a() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.a_new := (SELECT a::text::first_new FROM (SELECT NEW.*) AS hero);
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_hero_a BEFORE INSERT OR UPDATE ON hero FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_hero_a()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_hero_a_new_set", "hero", "a_new IS NOT NULL", postgresql_not_valid=True
    )

    # the labels of enum type second have another order; PostgreSQL can neither remove
    # nor move a label, so there is another type, which takes the name of this one then
    postgresql.ENUM("D", "C", name="second_new").create(op.get_bind(), checkfirst=False)

    # the labels of enum type second have another order (hero.b); a column of the new
    # type is filled first, and takes its place then
    op.add_column(
        "hero",
        sa.Column(
            "b_new",
            postgresql.ENUM("D", "C", name="second_new", create_type=False),
            nullable=True,
        ),
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_column("hero", "b_new")
    postgresql.ENUM(name="second_new").drop(op.get_bind(), checkfirst=False)
    op.drop_constraint("ck_hero_a_new_set", "hero", type_="check")
    op.execute("DROP TRIGGER limbeck_sync_hero_a ON hero")
    op.execute("DROP FUNCTION limbeck_sync_hero_a")
    op.drop_column("hero", "a_new")
    postgresql.ENUM(name="first_new").drop(op.get_bind(), checkfirst=False)
