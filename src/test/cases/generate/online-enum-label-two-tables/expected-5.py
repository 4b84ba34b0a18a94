"""contract: online enum label two tables

Revision ID: 006_contract_online_enum_label
Revises: 005_switch_online_enum_label_two
Create Date: 2026-01-01 00:00:00

Phase 5 of 5, contract: what only the version before needs is taken away.

Run it only when nobody wants to go back: until then the downgrade of the phase before
it takes a moment.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "006_contract_online_enum_label"
down_revision = "005_switch_online_enum_label_two"
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

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_plan_day ON plan")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_plan_day")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- plan.day has its values
    op.drop_column("plan", "day_old")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_shift_first ON staff.shift")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION staff.limbeck_sync_shift_first")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- staff.shift.first has its values
    op.drop_column("shift", "first_old", schema="staff")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_shift_days ON staff.shift")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION staff.limbeck_sync_shift_days")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- staff.shift.days has its values
    op.drop_column("shift", "days_old", schema="staff")

    # no column has the old type any more
    postgresql.ENUM(name="Week day_old", schema="staff").drop(
        op.get_bind(), checkfirst=False
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    postgresql.ENUM("SAT", "SUN", "MON", name="Week day_old", schema="staff").create(
        op.get_bind(), checkfirst=True
    )
    op.execute(
        'ALTER TABLE staff.shift ADD COLUMN IF NOT EXISTS days_old staff."Week '
        'day_old"[]'
    )
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
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_shift_days ON staff.shift")
    op.execute(
        "CREATE TRIGGER limbeck_sync_shift_days BEFORE INSERT OR UPDATE ON "
        "staff.shift FOR EACH ROW EXECUTE FUNCTION staff.limbeck_sync_shift_days()"
    )
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first staff.shift.id%TYPE;
                limbeck_last staff.shift.id%TYPE;
                limbeck_end staff.shift.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM staff.shift ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM staff.shift ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM staff.shift WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE staff.shift SET days_old = days::text[]::staff."Week day_old"[]
                    WHERE (days_old IS NULL AND days IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM staff.shift
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute(
        "ALTER TABLE staff.shift DROP CONSTRAINT IF EXISTS ck_shift_days_old_set"
    )
    op.create_check_constraint(
        "ck_shift_days_old_set",
        "shift",
        "days_old IS NOT NULL",
        postgresql_not_valid=True,
        schema="staff",
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE staff.shift VALIDATE CONSTRAINT ck_shift_days_old_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column(
        "shift",
        "days_old",
        existing_type=postgresql.ARRAY(
            postgresql.ENUM(
                "SAT",
                "SUN",
                "MON",
                name="Week day_old",
                schema="staff",
                create_type=False,
            )
        ),
        nullable=False,
        schema="staff",
    )
    op.drop_constraint("ck_shift_days_old_set", "shift", type_="check", schema="staff")
    op.execute(
        'ALTER TABLE staff.shift ADD COLUMN IF NOT EXISTS first_old staff."Week '
        'day_old"'
    )
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
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_shift_first ON staff.shift")
    op.execute(
        "CREATE TRIGGER limbeck_sync_shift_first BEFORE INSERT OR UPDATE ON "
        "staff.shift FOR EACH ROW EXECUTE FUNCTION staff.limbeck_sync_shift_first()"
    )
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first staff.shift.id%TYPE;
                limbeck_last staff.shift.id%TYPE;
                limbeck_end staff.shift.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM staff.shift ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM staff.shift ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM staff.shift WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE staff.shift SET first_old = first::text::staff."Week day_old"
                    WHERE (first_old IS NULL AND first IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM staff.shift
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute(
        "ALTER TABLE staff.shift DROP CONSTRAINT IF EXISTS ck_shift_first_old_set"
    )
    op.create_check_constraint(
        "ck_shift_first_old_set",
        "shift",
        "first_old IS NOT NULL",
        postgresql_not_valid=True,
        schema="staff",
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE staff.shift VALIDATE CONSTRAINT ck_shift_first_old_set")

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

    op.alter_column(
        "shift",
        "first_old",
        existing_type=postgresql.ENUM(
            "SAT", "SUN", "MON", name="Week day_old", schema="staff", create_type=False
        ),
        nullable=False,
        schema="staff",
    )
    op.drop_constraint("ck_shift_first_old_set", "shift", type_="check", schema="staff")
    op.execute('ALTER TABLE plan ADD COLUMN IF NOT EXISTS day_old staff."Week day_old"')
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
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_plan_day ON plan")
    op.execute(
        "CREATE TRIGGER limbeck_sync_plan_day BEFORE INSERT OR UPDATE ON plan FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_plan_day()"
    )
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first_1 plan.person%TYPE;
                limbeck_first_2 plan.week%TYPE;
                limbeck_last_1 plan.person%TYPE;
                limbeck_last_2 plan.week%TYPE;
                limbeck_end_1 plan.person%TYPE;
                limbeck_end_2 plan.week%TYPE;
            BEGIN
                SELECT person, week INTO limbeck_end_1, limbeck_end_2 FROM plan ORDER BY person DESC, week DESC LIMIT 1;
                SELECT person, week INTO limbeck_first_1, limbeck_first_2 FROM plan ORDER BY person, week LIMIT 1;
                WHILE FOUND LOOP
                    SELECT person, week INTO limbeck_last_1, limbeck_last_2 FROM (
                        SELECT person, week FROM plan WHERE (person, week) BETWEEN (limbeck_first_1, limbeck_first_2) AND (limbeck_end_1, limbeck_end_2)
                        ORDER BY person, week LIMIT 10000
                    ) AS batch ORDER BY person DESC, week DESC LIMIT 1;
                    UPDATE plan SET day_old = day::text::staff."Week day_old"
                    WHERE (day_old IS NULL AND day IS NOT NULL) AND (person, week) BETWEEN (limbeck_first_1, limbeck_first_2) AND (limbeck_last_1, limbeck_last_2);
                    COMMIT;
                    SELECT person, week INTO limbeck_first_1, limbeck_first_2 FROM plan
                    WHERE (person, week) > (limbeck_last_1, limbeck_last_2) AND (person, week) <= (limbeck_end_1, limbeck_end_2) ORDER BY person, week LIMIT 1;
                END LOOP;
            END
            $$
        """)
