"""expand: online not null

Revision ID: 002_expand_online_not_null
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 5, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, the version before works on as it did; the version after must wait for
phase 2.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_expand_online_not_null"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # rows that programs of the version before write get the same value
    op.execute("""
        CREATE FUNCTION limbeck_fill_hero_age() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.age IS NULL THEN
                NEW.age := (SELECT 18 FROM (SELECT NEW.*) AS hero);
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_fill_hero_age BEFORE INSERT OR UPDATE ON hero FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_fill_hero_age()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_hero_age_set", "hero", "age IS NOT NULL", postgresql_not_valid=True
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_hero_age_set", "hero", type_="check")
    op.execute("DROP TRIGGER limbeck_fill_hero_age ON hero")
    op.execute("DROP FUNCTION limbeck_fill_hero_age")
