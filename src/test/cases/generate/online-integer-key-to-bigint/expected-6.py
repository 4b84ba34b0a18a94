"""contract: online integer key to bigint

Revision ID: 007_contract_online_integer_key
Revises: 006_build_2_online_integer_key
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
revision = "007_contract_online_integer_key"
down_revision = "006_build_2_online_integer_key"
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
                    LOCK TABLE hero IN ACCESS EXCLUSIVE MODE;
                    LOCK TABLE team IN ACCESS EXCLUSIVE MODE;
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
    op.execute("DROP TRIGGER limbeck_sync_hero_team_id ON hero")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_hero_team_id")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- hero.team_id has its values
    op.drop_column("hero", "team_id_old")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_team_id ON team")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_team_id")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- team.id has its values
    op.drop_column("team", "id_old")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_team_boss_id ON team")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_team_boss_id")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- team.boss_id has its values
    op.drop_column("team", "boss_id_old")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE team ADD COLUMN IF NOT EXISTS boss_id_old INTEGER")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_team_boss_id() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.boss_id IS DISTINCT FROM OLD.boss_id THEN
                NEW.boss_id_old := NEW.boss_id;
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_team_boss_id ON team")
    op.execute(
        "CREATE TRIGGER limbeck_sync_team_boss_id BEFORE INSERT OR UPDATE ON team "
        "FOR EACH ROW EXECUTE FUNCTION limbeck_sync_team_boss_id()"
    )
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first team.id%TYPE;
                limbeck_last team.id%TYPE;
                limbeck_end team.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM team ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM team ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM team WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE team SET boss_id_old = boss_id
                    WHERE (boss_id_old IS NULL AND boss_id IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM team
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE team ADD COLUMN IF NOT EXISTS id_old INTEGER")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_team_id() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.id IS DISTINCT FROM OLD.id THEN
                NEW.id_old := NEW.id;
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_team_id ON team")
    op.execute(
        "CREATE TRIGGER limbeck_sync_team_id BEFORE INSERT OR UPDATE ON team FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_team_id()"
    )
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first team.id%TYPE;
                limbeck_last team.id%TYPE;
                limbeck_end team.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM team ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM team ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM team WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE team SET id_old = id
                    WHERE (id_old IS NULL AND id IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM team
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE team DROP CONSTRAINT IF EXISTS ck_team_id_old_set")
    op.create_check_constraint(
        "ck_team_id_old_set", "team", "id_old IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE team VALIDATE CONSTRAINT ck_team_id_old_set")

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
                    LOCK TABLE hero IN ACCESS EXCLUSIVE MODE;
                    LOCK TABLE team IN ACCESS EXCLUSIVE MODE;
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

    op.alter_column("team", "id_old", existing_type=sa.Integer(), nullable=False)
    op.drop_constraint("ck_team_id_old_set", "team", type_="check")
    op.execute("ALTER TABLE hero ADD COLUMN IF NOT EXISTS team_id_old INTEGER")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_team_id() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.team_id IS DISTINCT FROM OLD.team_id THEN
                NEW.team_id_old := NEW.team_id;
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_hero_team_id ON hero")
    op.execute(
        "CREATE TRIGGER limbeck_sync_hero_team_id BEFORE INSERT OR UPDATE ON hero "
        "FOR EACH ROW EXECUTE FUNCTION limbeck_sync_hero_team_id()"
    )
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
                    UPDATE hero SET team_id_old = team_id
                    WHERE (team_id_old IS NULL AND team_id IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM hero
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_hero_team_id_old")
        op.create_index(
            op.f("ix_hero_team_id_old"),
            "hero",
            ["team_id_old"],
            unique=False,
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_team_id_old_set")
    op.create_check_constraint(
        "ck_hero_team_id_old_set",
        "hero",
        "team_id_old IS NOT NULL",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_team_id_old_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column("hero", "team_id_old", existing_type=sa.Integer(), nullable=False)
    op.drop_constraint("ck_hero_team_id_old_set", "hero", type_="check")
