"""contract: online composite key

Revision ID: 007_contract_online_composite
Revises: 006_build_2_online_composite_key
Create Date: 2026-01-01 00:00:00

Phase 6 of 6, contract: what only the version before needs is taken away.

Run it only when nobody wants to go back: until then the downgrade of the phase before
it takes a moment.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "007_contract_online_composite"
down_revision = "006_build_2_online_composite_key"
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

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_deed_b ON deed")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_deed_b")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- deed.b has its values
    op.drop_column("deed", "b_old")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_hero_b ON hero")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_hero_b")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- hero.b has its values
    op.drop_column("hero", "b_old")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero ADD COLUMN IF NOT EXISTS b_old INTEGER")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_b() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.b IS DISTINCT FROM OLD.b THEN
                NEW.b_old := NEW.b;
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_hero_b ON hero")
    op.execute(
        "CREATE TRIGGER limbeck_sync_hero_b BEFORE INSERT OR UPDATE ON hero FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_hero_b()"
    )
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first_1 hero.a%TYPE;
                limbeck_first_2 hero.b%TYPE;
                limbeck_last_1 hero.a%TYPE;
                limbeck_last_2 hero.b%TYPE;
                limbeck_end_1 hero.a%TYPE;
                limbeck_end_2 hero.b%TYPE;
            BEGIN
                SELECT a, b INTO limbeck_end_1, limbeck_end_2 FROM hero ORDER BY a DESC, b DESC LIMIT 1;
                SELECT a, b INTO limbeck_first_1, limbeck_first_2 FROM hero ORDER BY a, b LIMIT 1;
                WHILE FOUND LOOP
                    SELECT a, b INTO limbeck_last_1, limbeck_last_2 FROM (
                        SELECT a, b FROM hero WHERE (a, b) BETWEEN (limbeck_first_1, limbeck_first_2) AND (limbeck_end_1, limbeck_end_2)
                        ORDER BY a, b LIMIT 10000
                    ) AS batch ORDER BY a DESC, b DESC LIMIT 1;
                    UPDATE hero SET b_old = b
                    WHERE (b_old IS NULL AND b IS NOT NULL) AND (a, b) BETWEEN (limbeck_first_1, limbeck_first_2) AND (limbeck_last_1, limbeck_last_2);
                    COMMIT;
                    SELECT a, b INTO limbeck_first_1, limbeck_first_2 FROM hero
                    WHERE (a, b) > (limbeck_last_1, limbeck_last_2) AND (a, b) <= (limbeck_end_1, limbeck_end_2) ORDER BY a, b LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_b_old_set")
    op.create_check_constraint(
        "ck_hero_b_old_set", "hero", "b_old IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_b_old_set")

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

    op.alter_column("hero", "b_old", existing_type=sa.Integer(), nullable=False)
    op.drop_constraint("ck_hero_b_old_set", "hero", type_="check")
    op.execute("ALTER TABLE deed ADD COLUMN IF NOT EXISTS b_old INTEGER")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_deed_b() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.b IS DISTINCT FROM OLD.b THEN
                NEW.b_old := NEW.b;
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_deed_b ON deed")
    op.execute(
        "CREATE TRIGGER limbeck_sync_deed_b BEFORE INSERT OR UPDATE ON deed FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_deed_b()"
    )
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
                    UPDATE deed SET b_old = b
                    WHERE (b_old IS NULL AND b IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM deed
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS deed_a_b_key_old")
        op.create_index(
            "deed_a_b_key_old",
            "deed",
            ["a", "b_old"],
            unique=True,
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE deed DROP CONSTRAINT IF EXISTS ck_deed_b_old_set")
    op.create_check_constraint(
        "ck_deed_b_old_set", "deed", "b_old IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE deed VALIDATE CONSTRAINT ck_deed_b_old_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column("deed", "b_old", existing_type=sa.Integer(), nullable=False)
    op.drop_constraint("ck_deed_b_old_set", "deed", type_="check")
    op.execute(
        "ALTER TABLE deed ADD CONSTRAINT deed_a_b_key_old UNIQUE USING INDEX "
        "deed_a_b_key_old"
    )
