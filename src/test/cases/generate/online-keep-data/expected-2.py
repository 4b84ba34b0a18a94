"""contract: online keep data

Revision ID: 003_contract_online_keep_data
Revises: 002_expand_online_keep_data
Create Date: 2026-01-01 00:00:00

Phase 2 of 2, contract: what only the version before needs is taken away.

Run it only when no program of the version before runs any more; those fail from then
on.

Safety notes:

- Dropping hero.motto keeps its values in limbeck_archive.hero_columns, from where the
  downgrade brings them back; drop that table when nobody needs them.
- Programs that still use hero.motto fail from this moment on.
- Dropping hero.rank keeps its values in limbeck_archive.hero_columns, from where the
  downgrade brings them back; drop that table when nobody needs them.
- Programs that still use hero.rank fail from this moment on.
- Dropping table deed keeps its rows in limbeck_archive.deed, from where the downgrade
  brings them back; drop that table when nobody needs them.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "003_contract_online_keep_data"
down_revision = "002_expand_online_keep_data"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # what is dropped is kept in a schema that Alembic does not compare
    op.execute("CREATE SCHEMA IF NOT EXISTS limbeck_archive")

    # what is dropped next is kept in limbeck_archive.hero_columns
    op.execute("""
        CREATE TABLE IF NOT EXISTS limbeck_archive.hero_columns (
            id INTEGER NOT NULL, 
            motto VARCHAR(200), 
            rank INTEGER, 
            PRIMARY KEY (id)
        )
    """)

    # what is written while the rows are copied is kept too
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_keep_hero() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
            IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND ROW(OLD.id) IS DISTINCT FROM ROW(NEW.id) THEN
                DELETE FROM limbeck_archive.hero_columns AS kept WHERE kept.id = OLD.id;
            END IF;
            IF TG_OP <> 'DELETE' THEN
                INSERT INTO limbeck_archive.hero_columns (id, motto, rank) VALUES (NEW.id, NEW.motto, NEW.rank)
                ON CONFLICT (id) DO UPDATE SET motto = EXCLUDED.motto, rank = EXCLUDED.rank;
            END IF;
            RETURN NULL;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_keep_hero ON hero")
    op.execute(
        "CREATE TRIGGER limbeck_keep_hero AFTER INSERT OR UPDATE OF id, motto, "
        "rank OR DELETE ON hero FOR EACH ROW EXECUTE FUNCTION limbeck_keep_hero()"
    )

    # its rows are copied in batches that are committed one by one
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first hero.id%TYPE;
                limbeck_last hero.id%TYPE;
                limbeck_end hero.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM hero ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM hero ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM hero WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    INSERT INTO limbeck_archive.hero_columns (id, motto, rank) SELECT id, motto, rank FROM hero
                    WHERE id BETWEEN limbeck_first AND limbeck_last FOR SHARE
                    ON CONFLICT (id) DO UPDATE SET motto = EXCLUDED.motto, rank = EXCLUDED.rank;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM hero
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # what is dropped next is kept in limbeck_archive.deed
    op.execute("""
        CREATE TABLE IF NOT EXISTS limbeck_archive.deed (
            id INTEGER NOT NULL, 
            hero_id INTEGER, 
            what VARCHAR, 
            PRIMARY KEY (id)
        )
    """)

    # what is written while the rows are copied is kept too
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_keep_deed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
            IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND ROW(OLD.id) IS DISTINCT FROM ROW(NEW.id) THEN
                DELETE FROM limbeck_archive.deed AS kept WHERE kept.id = OLD.id;
            END IF;
            IF TG_OP <> 'DELETE' THEN
                INSERT INTO limbeck_archive.deed (id, hero_id, what) VALUES (NEW.id, NEW.hero_id, NEW.what)
                ON CONFLICT (id) DO UPDATE SET hero_id = EXCLUDED.hero_id, what = EXCLUDED.what;
            END IF;
            RETURN NULL;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_keep_deed ON deed")
    op.execute(
        "CREATE TRIGGER limbeck_keep_deed AFTER INSERT OR UPDATE OR DELETE ON deed "
        "FOR EACH ROW EXECUTE FUNCTION limbeck_keep_deed()"
    )

    # its rows are copied in batches that are committed one by one
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first deed.id%TYPE;
                limbeck_last deed.id%TYPE;
                limbeck_end deed.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM deed ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM deed ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM deed WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    INSERT INTO limbeck_archive.deed (id, hero_id, what) SELECT id, hero_id, what FROM deed
                    WHERE id BETWEEN limbeck_first AND limbeck_last FOR SHARE
                    ON CONFLICT (id) DO UPDATE SET hero_id = EXCLUDED.hero_id, what = EXCLUDED.what;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM deed
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

    # the archive is complete
    op.execute("DROP TRIGGER limbeck_keep_hero ON hero")

    # the archive is complete
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_keep_hero")

    # the archive is complete
    op.execute("DROP TRIGGER limbeck_keep_deed ON deed")

    # the archive is complete
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_keep_deed")

    op.drop_column("hero", "motto")
    op.drop_column("hero", "rank")
    op.drop_table("deed")


def downgrade() -> None:
    op.execute("""
        CREATE TABLE IF NOT EXISTS deed (
            id SERIAL NOT NULL, 
            hero_id INTEGER NOT NULL, 
            what VARCHAR NOT NULL, 
            PRIMARY KEY (id)
        )
    """)

    # the rows that were kept come back, in batches that are committed one by one
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first limbeck_archive.deed.id%TYPE;
                limbeck_last limbeck_archive.deed.id%TYPE;
                limbeck_end limbeck_archive.deed.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM limbeck_archive.deed ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM limbeck_archive.deed ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM limbeck_archive.deed WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    INSERT INTO deed (id, hero_id, what) SELECT id, hero_id, what FROM limbeck_archive.deed
                    WHERE id BETWEEN limbeck_first AND limbeck_last
                    ON CONFLICT (id) DO NOTHING;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM limbeck_archive.deed
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # it goes on after the rows that are back
    op.execute(
        "SELECT setval(pg_get_serial_sequence('deed', 'id'), coalesce(max(id), 0) "
        "+ 1, false) FROM deed"
    )

    # the column comes back
    op.execute("ALTER TABLE hero ADD COLUMN IF NOT EXISTS rank INTEGER")
    op.execute("ALTER TABLE hero ADD COLUMN IF NOT EXISTS motto VARCHAR(200)")

    # the values that were kept come back, in batches that are committed one by one
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first hero.id%TYPE;
                limbeck_last hero.id%TYPE;
                limbeck_end hero.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM hero ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM hero ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM hero WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE hero SET motto = kept.motto, rank = kept.rank FROM limbeck_archive.hero_columns AS kept WHERE kept.id = hero.id
                    AND hero.id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM hero
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
                    LOCK TABLE limbeck_archive.deed IN ACCESS EXCLUSIVE MODE;
                    LOCK TABLE limbeck_archive.hero_columns IN ACCESS EXCLUSIVE MODE;
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

    op.drop_table("deed", schema="limbeck_archive")
    op.drop_table("hero_columns", schema="limbeck_archive")
    op.execute("DROP SCHEMA limbeck_archive")
