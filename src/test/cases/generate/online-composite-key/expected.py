"""expand: online composite key

Revision ID: 002_expand_online_composite_key
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 6, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

Safety notes:

- Until the last phase deed.b is kept in its old type as well, and refuses or changes
  what that cannot hold: values out of the range of INTEGER are refused.
- Until the last phase hero.b is kept in its old type as well, and refuses or changes
  what that cannot hold: values out of the range of INTEGER are refused.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_expand_online_composite_key"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # all tables are locked together or none: whoever holds one of them and waits for
    # another must not wait for this
    op.execute("""
        DO $$
        DECLARE
            attempts integer := 0;
        BEGIN
            LOOP
                BEGIN
                    SET LOCAL lock_timeout = '300ms';
                    LOCK TABLE deed IN ACCESS EXCLUSIVE MODE;
                    LOCK TABLE hero IN ACCESS EXCLUSIVE MODE;
                    EXIT;
                EXCEPTION WHEN lock_not_available THEN
                    attempts := attempts + 1;
                    IF attempts >= 50 THEN
                        RAISE;
                    END IF;
                    PERFORM pg_sleep(0.1 * random());
                END;
            END LOOP;
        END
        $$
    """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # column deed.b: its type differs; a column of the new type is filled first, and
    # takes its place then
    op.add_column("deed", sa.Column("b_new", sa.BigInteger(), nullable=True))

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_deed_b() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.b_new := NEW.b;
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_deed_b BEFORE INSERT OR UPDATE ON deed FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_deed_b()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_deed_b_new_set", "deed", "b_new IS NOT NULL", postgresql_not_valid=True
    )

    # column hero.b: its type differs; a column of the new type is filled first, and
    # takes its place then
    op.add_column("hero", sa.Column("b_new", sa.BigInteger(), nullable=True))

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_hero_b() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.b_new := NEW.b;
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_hero_b BEFORE INSERT OR UPDATE ON hero FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_hero_b()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_hero_b_new_set", "hero", "b_new IS NOT NULL", postgresql_not_valid=True
    )


def downgrade() -> None:
    # all tables are locked together or none: whoever holds one of them and waits for
    # another must not wait for this
    op.execute("""
        DO $$
        DECLARE
            attempts integer := 0;
        BEGIN
            LOOP
                BEGIN
                    SET LOCAL lock_timeout = '300ms';
                    LOCK TABLE deed IN ACCESS EXCLUSIVE MODE;
                    LOCK TABLE hero IN ACCESS EXCLUSIVE MODE;
                    EXIT;
                EXCEPTION WHEN lock_not_available THEN
                    attempts := attempts + 1;
                    IF attempts >= 50 THEN
                        RAISE;
                    END IF;
                    PERFORM pg_sleep(0.1 * random());
                END;
            END LOOP;
        END
        $$
    """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.drop_constraint("ck_hero_b_new_set", "hero", type_="check")
    op.execute("DROP TRIGGER limbeck_sync_hero_b ON hero")
    op.execute("DROP FUNCTION limbeck_sync_hero_b")
    op.drop_column("hero", "b_new")
    op.drop_constraint("ck_deed_b_new_set", "deed", type_="check")
    op.execute("DROP TRIGGER limbeck_sync_deed_b ON deed")
    op.execute("DROP FUNCTION limbeck_sync_deed_b")
    op.drop_column("deed", "b_new")
