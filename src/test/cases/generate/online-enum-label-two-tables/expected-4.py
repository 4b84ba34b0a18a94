"""switch: online enum label two tables

Revision ID: 005_switch_online_enum_label_two
Revises: 004_build_online_enum_label_two
Create Date: 2026-01-01 00:00:00

Phase 4 of 5, switch: what was prepared is put to use, in one transaction that holds its
locks only for a moment.

The version before works until this has run, the version after works from then on:
deploy it at this moment.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "005_switch_online_enum_label_two"
down_revision = "004_build_online_enum_label_two"
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

    # the two columns change places
    op.alter_column("plan", "day", new_column_name="day_old")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("plan", "day_new", new_column_name="day")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column(
        "shift",
        "first_new",
        existing_type=postgresql.ENUM(
            "SAT", "SUN", name="Week day_new", schema="staff", create_type=False
        ),
        nullable=False,
        schema="staff",
    )

    # the check has done its work
    op.drop_constraint("ck_shift_first_new_set", "shift", type_="check", schema="staff")

    # the two columns change places
    op.alter_column("shift", "first", new_column_name="first_old", schema="staff")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("shift", "first_new", new_column_name="first", schema="staff")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column(
        "shift",
        "days_new",
        existing_type=postgresql.ARRAY(
            postgresql.ENUM(
                "SAT", "SUN", name="Week day_new", schema="staff", create_type=False
            )
        ),
        nullable=False,
        schema="staff",
    )

    # the check has done its work
    op.drop_constraint("ck_shift_days_new_set", "shift", type_="check", schema="staff")

    # the default goes along
    op.alter_column(
        "shift",
        "days",
        existing_type=postgresql.ARRAY(
            postgresql.ENUM(
                "SAT", "SUN", "MON", name="Week day", schema="staff", create_type=False
            )
        ),
        server_default=None,
        schema="staff",
    )

    # the two columns change places
    op.alter_column("shift", "days", new_column_name="days_old", schema="staff")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("shift", "days_new", new_column_name="days", schema="staff")

    # the two types change names
    op.execute('ALTER TYPE staff."Week day" RENAME TO "Week day_old"')

    # the two types change names
    # limbeck: allow type-renamed -- no model ever had this name
    op.execute('ALTER TYPE staff."Week day_new" RENAME TO "Week day"')

    # the default goes along
    op.alter_column(
        "shift",
        "days",
        existing_type=postgresql.ARRAY(
            postgresql.ENUM(
                "SAT", "SUN", name="Week day", schema="staff", create_type=False
            )
        ),
        server_default="{SUN}",
        schema="staff",
    )

    # from now on the old column is kept like the new one
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_plan_day() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.day IS DISTINCT FROM OLD.day THEN
                NEW.day_old := (SELECT day::text::staff."Week day_old" FROM (SELECT NEW.*) AS plan);
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("""
        CREATE OR REPLACE FUNCTION staff.limbeck_sync_shift_first() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.first IS DISTINCT FROM OLD.first THEN
                NEW.first_old := (SELECT first::text::staff."Week day_old" FROM (SELECT NEW.*) AS shift);
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("""
        CREATE OR REPLACE FUNCTION staff.limbeck_sync_shift_days() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.days::text IS DISTINCT FROM OLD.days::text THEN
                NEW.days_old := (SELECT days::text[]::staff."Week day_old"[] FROM (SELECT NEW.*) AS shift);
            END IF;
            RETURN NEW;
        END
        $$
    """)


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute(
        "ALTER TABLE staff.shift DROP CONSTRAINT IF EXISTS ck_shift_first_new_set"
    )
    op.create_check_constraint(
        "ck_shift_first_new_set",
        "shift",
        "first IS NOT NULL",
        postgresql_not_valid=True,
        schema="staff",
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE staff.shift VALIDATE CONSTRAINT ck_shift_first_new_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute(
        "ALTER TABLE staff.shift DROP CONSTRAINT IF EXISTS ck_shift_days_new_set"
    )
    op.create_check_constraint(
        "ck_shift_days_new_set",
        "shift",
        "days IS NOT NULL",
        postgresql_not_valid=True,
        schema="staff",
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE staff.shift VALIDATE CONSTRAINT ck_shift_days_new_set")

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

    op.execute("""
        CREATE OR REPLACE FUNCTION staff.limbeck_sync_shift_days() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.days_new := (SELECT array_replace(days::text[], 'MON', 'SUN')::staff."Week day_new"[] FROM (SELECT NEW.*) AS shift);
            RETURN NEW;
        END
        $$
    """)
    op.execute("""
        CREATE OR REPLACE FUNCTION staff.limbeck_sync_shift_first() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.first_new := (SELECT (CASE first::text WHEN 'MON' THEN 'SUN' ELSE first::text END)::staff."Week day_new" FROM (SELECT NEW.*) AS shift);
            RETURN NEW;
        END
        $$
    """)
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_plan_day() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.day_new := (SELECT (CASE day::text WHEN 'MON' THEN 'SUN' ELSE day::text END)::staff."Week day_new" FROM (SELECT NEW.*) AS plan);
            RETURN NEW;
        END
        $$
    """)
    op.alter_column(
        "shift",
        "days",
        existing_type=postgresql.ARRAY(
            postgresql.ENUM(
                "SAT", "SUN", name="Week day", schema="staff", create_type=False
            )
        ),
        server_default=None,
        schema="staff",
    )
    op.execute('ALTER TYPE staff."Week day" RENAME TO "Week day_new"')
    op.execute('ALTER TYPE staff."Week day_old" RENAME TO "Week day"')
    op.alter_column("shift", "days", new_column_name="days_new", schema="staff")
    op.alter_column("shift", "days_old", new_column_name="days", schema="staff")
    op.alter_column(
        "shift",
        "days",
        existing_type=postgresql.ARRAY(
            postgresql.ENUM(
                "SAT", "SUN", "MON", name="Week day", schema="staff", create_type=False
            )
        ),
        server_default="{MON}",
        schema="staff",
    )
    op.alter_column(
        "shift",
        "days_new",
        existing_type=postgresql.ARRAY(
            postgresql.ENUM(
                "SAT", "SUN", name="Week day_new", schema="staff", create_type=False
            )
        ),
        nullable=True,
        schema="staff",
    )
    op.alter_column("shift", "first", new_column_name="first_new", schema="staff")
    op.alter_column("shift", "first_old", new_column_name="first", schema="staff")
    op.alter_column(
        "shift",
        "first_new",
        existing_type=postgresql.ENUM(
            "SAT", "SUN", name="Week day_new", schema="staff", create_type=False
        ),
        nullable=True,
        schema="staff",
    )
    op.alter_column("plan", "day", new_column_name="day_new")
    op.alter_column("plan", "day_old", new_column_name="day")
