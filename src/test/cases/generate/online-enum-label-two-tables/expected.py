"""expand: online enum label two tables

Revision ID: 002_expand_online_enum_label_two
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 5, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

Safety notes:

- Programs that write MON into a staff.Week day fail once columns and types have changed
  places.
- Once the last phase has run, a downgrade does not bring back which rows had MON in a
  staff.Week day.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_expand_online_enum_label_two"
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
                    LOCK TABLE plan IN ACCESS EXCLUSIVE MODE;
                    LOCK TABLE staff.shift IN ACCESS EXCLUSIVE MODE;
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

    # enum type staff.Week day has lost MON; PostgreSQL can neither remove nor move a
    # label, so there is another type, which takes the name of this one then
    postgresql.ENUM("SAT", "SUN", name="Week day_new", schema="staff").create(
        op.get_bind(), checkfirst=False
    )

    # enum type staff.Week day has lost MON (plan.day); a column of the new type is
    # filled first, and takes its place then
    op.add_column(
        "plan",
        sa.Column(
            "day_new",
            postgresql.ENUM(
                "SAT", "SUN", name="Week day_new", schema="staff", create_type=False
            ),
            nullable=True,
        ),
    )

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_plan_day() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.day_new := (SELECT (CASE day::text WHEN 'MON' THEN 'SUN' ELSE day::text END)::staff."Week day_new" FROM (SELECT NEW.*) AS plan);
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_plan_day BEFORE INSERT OR UPDATE ON plan FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_plan_day()"
    )

    # enum type staff.Week day has lost MON (staff.shift.first); a column of the new
    # type is filled first, and takes its place then
    op.add_column(
        "shift",
        sa.Column(
            "first_new",
            postgresql.ENUM(
                "SAT", "SUN", name="Week day_new", schema="staff", create_type=False
            ),
            nullable=True,
        ),
        schema="staff",
    )

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION staff.limbeck_sync_shift_first() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.first_new := (SELECT (CASE first::text WHEN 'MON' THEN 'SUN' ELSE first::text END)::staff."Week day_new" FROM (SELECT NEW.*) AS shift);
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_shift_first BEFORE INSERT OR UPDATE ON "
        "staff.shift FOR EACH ROW EXECUTE FUNCTION staff.limbeck_sync_shift_first()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_shift_first_new_set",
        "shift",
        "first_new IS NOT NULL",
        postgresql_not_valid=True,
        schema="staff",
    )

    # enum type staff.Week day has lost MON (staff.shift.days); a column of the new type
    # is filled first, and takes its place then
    op.add_column(
        "shift",
        sa.Column(
            "days_new",
            postgresql.ARRAY(
                postgresql.ENUM(
                    "SAT", "SUN", name="Week day_new", schema="staff", create_type=False
                )
            ),
            nullable=True,
        ),
        schema="staff",
    )

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION staff.limbeck_sync_shift_days() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.days_new := (SELECT array_replace(days::text[], 'MON', 'SUN')::staff."Week day_new"[] FROM (SELECT NEW.*) AS shift);
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_shift_days BEFORE INSERT OR UPDATE ON "
        "staff.shift FOR EACH ROW EXECUTE FUNCTION staff.limbeck_sync_shift_days()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_shift_days_new_set",
        "shift",
        "days_new IS NOT NULL",
        postgresql_not_valid=True,
        schema="staff",
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
                    LOCK TABLE plan IN ACCESS EXCLUSIVE MODE;
                    LOCK TABLE staff.shift IN ACCESS EXCLUSIVE MODE;
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

    op.drop_constraint("ck_shift_days_new_set", "shift", type_="check", schema="staff")
    op.execute("DROP TRIGGER limbeck_sync_shift_days ON staff.shift")
    op.execute("DROP FUNCTION staff.limbeck_sync_shift_days")
    op.drop_column("shift", "days_new", schema="staff")
    op.drop_constraint("ck_shift_first_new_set", "shift", type_="check", schema="staff")
    op.execute("DROP TRIGGER limbeck_sync_shift_first ON staff.shift")
    op.execute("DROP FUNCTION staff.limbeck_sync_shift_first")
    op.drop_column("shift", "first_new", schema="staff")
    op.execute("DROP TRIGGER limbeck_sync_plan_day ON plan")
    op.execute("DROP FUNCTION limbeck_sync_plan_day")
    op.drop_column("plan", "day_new")
    postgresql.ENUM(name="Week day_new", schema="staff").drop(
        op.get_bind(), checkfirst=False
    )
