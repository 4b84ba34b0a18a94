"""online keep data keys

Revision ID: 002_online_keep_data_keys
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

What only the version before needs is taken away.

Run it only when no program of the version before runs any more; those fail from then
on.

Safety notes:

- The rows of event are copied by a single statement, because it has no primary key to
  go through them by; what is written meanwhile is not kept.
- Dropping seat.colour keeps its values in limbeck_archive.seat_colour, from where the
  downgrade brings them back; drop that table when nobody needs them.
- Programs that still use seat.colour fail from this moment on.
- Dropping table event keeps its rows in limbeck_archive.event, from where the downgrade
  brings them back; drop that table when nobody needs them.
- Dropping table log.Trip keeps its rows in limbeck_archive.log_Trip, from where the
  downgrade brings them back; drop that table when nobody needs them.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_online_keep_data_keys"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # what is dropped is kept in a schema that Alembic does not compare
    op.execute("CREATE SCHEMA IF NOT EXISTS limbeck_archive")

    # what is dropped next is kept in limbeck_archive.seat_colour
    op.execute("""
        CREATE TABLE IF NOT EXISTS limbeck_archive.seat_colour (
            kind TEXT NOT NULL, 
            number INTEGER NOT NULL, 
            colour VARCHAR(20), 
            PRIMARY KEY (kind, number)
        )
    """)

    # what is written while the rows are copied is kept too
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_keep_seat() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
            IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND ROW(OLD.kind, OLD.number) IS DISTINCT FROM ROW(NEW.kind, NEW.number) THEN
                DELETE FROM limbeck_archive.seat_colour AS kept WHERE kept.kind = OLD.kind::TEXT AND kept.number = OLD.number;
            END IF;
            IF TG_OP <> 'DELETE' THEN
                INSERT INTO limbeck_archive.seat_colour (kind, number, colour) VALUES (NEW.kind::TEXT, NEW.number, NEW.colour)
                ON CONFLICT (kind, number) DO UPDATE SET colour = EXCLUDED.colour;
            END IF;
            RETURN NULL;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_keep_seat ON seat")
    op.execute(
        "CREATE TRIGGER limbeck_keep_seat AFTER INSERT OR UPDATE OF kind, number, "
        "colour OR DELETE ON seat FOR EACH ROW EXECUTE FUNCTION limbeck_keep_seat()"
    )

    # its rows are copied in batches that are committed one by one
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first_1 seat.kind%TYPE;
                limbeck_first_2 seat.number%TYPE;
                limbeck_last_1 seat.kind%TYPE;
                limbeck_last_2 seat.number%TYPE;
                limbeck_end_1 seat.kind%TYPE;
                limbeck_end_2 seat.number%TYPE;
            BEGIN
                SELECT kind, number INTO limbeck_end_1, limbeck_end_2 FROM seat ORDER BY kind DESC, number DESC LIMIT 1;
                SELECT kind, number INTO limbeck_first_1, limbeck_first_2 FROM seat ORDER BY kind, number LIMIT 1;
                WHILE FOUND LOOP
                    SELECT kind, number INTO limbeck_last_1, limbeck_last_2 FROM (
                        SELECT kind, number FROM seat WHERE (kind, number) BETWEEN (limbeck_first_1, limbeck_first_2) AND (limbeck_end_1, limbeck_end_2)
                        ORDER BY kind, number LIMIT 10000
                    ) AS batch ORDER BY kind DESC, number DESC LIMIT 1;
                    INSERT INTO limbeck_archive.seat_colour (kind, number, colour) SELECT kind::TEXT, number, colour FROM seat
                    WHERE (kind, number) BETWEEN (limbeck_first_1, limbeck_first_2) AND (limbeck_last_1, limbeck_last_2) FOR SHARE
                    ON CONFLICT (kind, number) DO UPDATE SET colour = EXCLUDED.colour;
                    COMMIT;
                    SELECT kind, number INTO limbeck_first_1, limbeck_first_2 FROM seat
                    WHERE (kind, number) > (limbeck_last_1, limbeck_last_2) AND (kind, number) <= (limbeck_end_1, limbeck_end_2) ORDER BY kind, number LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # what is dropped next is kept in limbeck_archive.event
    op.execute("""
        CREATE TABLE IF NOT EXISTS limbeck_archive.event (
            what TEXT
        )
    """)

    # its rows are copied while nothing is locked
    with op.get_context().autocommit_block():
        op.execute(
            "INSERT INTO limbeck_archive.event (what) SELECT what FROM event WHERE NOT "
            "EXISTS (SELECT FROM limbeck_archive.event)"
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # what is dropped next is kept in limbeck_archive.log_Trip
    op.execute("""
        CREATE TABLE IF NOT EXISTS limbeck_archive."log_Trip" (
            id INTEGER NOT NULL, 
            "from" VARCHAR, 
            "to" VARCHAR, 
            PRIMARY KEY (id)
        )
    """)

    # what is written while the rows are copied is kept too
    op.execute("""
        CREATE OR REPLACE FUNCTION log."limbeck_keep_Trip"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
            IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND ROW(OLD.id) IS DISTINCT FROM ROW(NEW.id) THEN
                DELETE FROM limbeck_archive."log_Trip" AS kept WHERE kept.id = OLD.id;
            END IF;
            IF TG_OP <> 'DELETE' THEN
                INSERT INTO limbeck_archive."log_Trip" (id, "from", "to") VALUES (NEW.id, NEW."from", NEW."to")
                ON CONFLICT (id) DO UPDATE SET "from" = EXCLUDED."from", "to" = EXCLUDED."to";
            END IF;
            RETURN NULL;
        END
        $$
    """)
    op.execute('DROP TRIGGER IF EXISTS "limbeck_keep_Trip" ON log."Trip"')
    op.execute(
        'CREATE TRIGGER "limbeck_keep_Trip" AFTER INSERT OR UPDATE OR DELETE ON '
        'log."Trip" FOR EACH ROW EXECUTE FUNCTION log."limbeck_keep_Trip"()'
    )

    # its rows are copied in batches that are committed one by one
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first log."Trip".id%TYPE;
                limbeck_last log."Trip".id%TYPE;
                limbeck_end log."Trip".id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM log."Trip" ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM log."Trip" ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM log."Trip" WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    INSERT INTO limbeck_archive."log_Trip" (id, "from", "to") SELECT id, "from", "to" FROM log."Trip"
                    WHERE id BETWEEN limbeck_first AND limbeck_last FOR SHARE
                    ON CONFLICT (id) DO UPDATE SET "from" = EXCLUDED."from", "to" = EXCLUDED."to";
                    COMMIT;
                    SELECT id INTO limbeck_first FROM log."Trip"
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)

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
                    LOCK TABLE event IN ACCESS EXCLUSIVE MODE;
                    LOCK TABLE seat IN ACCESS EXCLUSIVE MODE;
                    LOCK TABLE log."Trip" IN ACCESS EXCLUSIVE MODE;
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

    # the archive is complete
    op.execute("DROP TRIGGER limbeck_keep_seat ON seat")

    # the archive is complete
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_keep_seat")

    # the archive is complete
    op.execute('DROP TRIGGER "limbeck_keep_Trip" ON log."Trip"')

    # the archive is complete
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute('DROP FUNCTION log."limbeck_keep_Trip"')

    op.drop_column("seat", "colour")
    op.drop_table("event")
    op.drop_table("Trip", schema="log")


def downgrade() -> None:
    op.execute("""
        CREATE TABLE IF NOT EXISTS log."Trip" (
            id INTEGER GENERATED ALWAYS AS IDENTITY, 
            "from" VARCHAR NOT NULL, 
            "to" VARCHAR NOT NULL, 
            PRIMARY KEY (id), 
            UNIQUE ("from")
        )
    """)

    # the rows that were kept come back, in batches that are committed one by one
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first limbeck_archive."log_Trip".id%TYPE;
                limbeck_last limbeck_archive."log_Trip".id%TYPE;
                limbeck_end limbeck_archive."log_Trip".id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM limbeck_archive."log_Trip" ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM limbeck_archive."log_Trip" ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM limbeck_archive."log_Trip" WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    INSERT INTO log."Trip" (id, "from", "to") OVERRIDING SYSTEM VALUE SELECT id, "from", "to" FROM limbeck_archive."log_Trip"
                    WHERE id BETWEEN limbeck_first AND limbeck_last
                    ON CONFLICT (id) DO NOTHING;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM limbeck_archive."log_Trip"
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # it goes on after the rows that are back
    op.execute(
        "SELECT setval(pg_get_serial_sequence('log.\"Trip\"', 'id'), "
        'coalesce(max(id), 0) + 1, false) FROM log."Trip"'
    )

    # an index is built faster once the rows are there
    op.execute('CREATE INDEX IF NOT EXISTS ix_trip_where ON log."Trip" ("from", "to")')

    op.execute("""
        CREATE TABLE IF NOT EXISTS event (
            what TEXT NOT NULL
        )
    """)

    # the rows that were kept come back
    with op.get_context().autocommit_block():
        op.execute(
            "INSERT INTO event (what) SELECT what FROM limbeck_archive.event WHERE NOT "
            "EXISTS (SELECT FROM event)"
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # the column comes back
    op.execute(
        "ALTER TABLE seat ADD COLUMN IF NOT EXISTS colour VARCHAR(20) DEFAULT "
        "'red' NOT NULL"
    )

    # the values that were kept come back, in batches that are committed one by one
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first_1 seat.kind%TYPE;
                limbeck_first_2 seat.number%TYPE;
                limbeck_last_1 seat.kind%TYPE;
                limbeck_last_2 seat.number%TYPE;
                limbeck_end_1 seat.kind%TYPE;
                limbeck_end_2 seat.number%TYPE;
            BEGIN
                SELECT kind, number INTO limbeck_end_1, limbeck_end_2 FROM seat ORDER BY kind DESC, number DESC LIMIT 1;
                SELECT kind, number INTO limbeck_first_1, limbeck_first_2 FROM seat ORDER BY kind, number LIMIT 1;
                WHILE FOUND LOOP
                    SELECT kind, number INTO limbeck_last_1, limbeck_last_2 FROM (
                        SELECT kind, number FROM seat WHERE (kind, number) BETWEEN (limbeck_first_1, limbeck_first_2) AND (limbeck_end_1, limbeck_end_2)
                        ORDER BY kind, number LIMIT 10000
                    ) AS batch ORDER BY kind DESC, number DESC LIMIT 1;
                    UPDATE seat SET colour = kept.colour FROM limbeck_archive.seat_colour AS kept WHERE kept.kind = seat.kind::TEXT AND kept.number = seat.number
                    AND (seat.kind, seat.number) BETWEEN (limbeck_first_1, limbeck_first_2) AND (limbeck_last_1, limbeck_last_2);
                    COMMIT;
                    SELECT kind, number INTO limbeck_first_1, limbeck_first_2 FROM seat
                    WHERE (kind, number) > (limbeck_last_1, limbeck_last_2) AND (kind, number) <= (limbeck_end_1, limbeck_end_2) ORDER BY kind, number LIMIT 1;
                END LOOP;
            END
            $$
        """)

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
                    LOCK TABLE limbeck_archive.event IN ACCESS EXCLUSIVE MODE;
                    LOCK TABLE limbeck_archive."log_Trip" IN ACCESS EXCLUSIVE MODE;
                    LOCK TABLE limbeck_archive.seat_colour IN ACCESS EXCLUSIVE MODE;
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

    op.drop_table("log_Trip", schema="limbeck_archive")
    op.drop_table("event", schema="limbeck_archive")
    op.drop_table("seat_colour", schema="limbeck_archive")
    op.execute("DROP SCHEMA limbeck_archive")
