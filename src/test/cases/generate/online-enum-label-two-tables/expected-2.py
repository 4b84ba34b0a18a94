"""fill: online enum label two tables

Revision ID: 003_fill_online_enum_label_two
Revises: 002_expand_online_enum_label_two
Create Date: 2026-01-01 00:00:00

Phase 2 of 5, fill: rows get their values in batches that are committed one by one. When
it is broken off, run it again: it goes on where values are missing.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "003_fill_online_enum_label_two"
down_revision = "002_expand_online_enum_label_two"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # existing rows get the column too, in batches that are committed one by one
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
                    UPDATE plan SET day_new = (CASE day::text WHEN 'MON' THEN 'SUN' ELSE day::text END)::staff."Week day_new"
                    WHERE (day_new IS NULL AND day IS NOT NULL) AND (person, week) BETWEEN (limbeck_first_1, limbeck_first_2) AND (limbeck_last_1, limbeck_last_2);
                    COMMIT;
                    SELECT person, week INTO limbeck_first_1, limbeck_first_2 FROM plan
                    WHERE (person, week) > (limbeck_last_1, limbeck_last_2) AND (person, week) <= (limbeck_end_1, limbeck_end_2) ORDER BY person, week LIMIT 1;
                END LOOP;
            END
            $$
        """)
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
                    UPDATE staff.shift SET first_new = (CASE first::text WHEN 'MON' THEN 'SUN' ELSE first::text END)::staff."Week day_new"
                    WHERE (first_new IS NULL AND first IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM staff.shift
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
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
                    UPDATE staff.shift SET days_new = array_replace(days::text[], 'MON', 'SUN')::staff."Week day_new"[]
                    WHERE (days_new IS NULL AND days IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM staff.shift
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)


def downgrade() -> None:
    pass
