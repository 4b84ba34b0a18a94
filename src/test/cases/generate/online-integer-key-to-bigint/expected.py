"""expand: online integer key to bigint

Revision ID: 002_expand_online_integer_key_to
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 6, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

Safety notes:

- Until the last phase hero.team_id is kept in its old type as well, and refuses or
  changes what that cannot hold: values out of the range of INTEGER are refused.
- Until the last phase team.id is kept in its old type as well, and refuses or changes
  what that cannot hold: values out of the range of INTEGER are refused.
- Until the last phase team.boss_id is kept in its old type as well, and refuses or
  changes what that cannot hold: values out of the range of INTEGER are refused.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_expand_online_integer_key_to"
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

    # column hero.team_id: its type differs; a column of the new type is filled first,
    # and takes its place then
    op.add_column("hero", sa.Column("team_id_new", sa.BigInteger(), nullable=True))

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_hero_team_id() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.team_id_new := NEW.team_id;
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_hero_team_id BEFORE INSERT OR UPDATE ON hero "
        "FOR EACH ROW EXECUTE FUNCTION limbeck_sync_hero_team_id()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_hero_team_id_new_set",
        "hero",
        "team_id_new IS NOT NULL",
        postgresql_not_valid=True,
    )

    # column team.id: its type differs; a column of the new type is filled first, and
    # takes its place then
    op.add_column("team", sa.Column("id_new", sa.BigInteger(), nullable=True))

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_team_id() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.id_new := NEW.id;
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_team_id BEFORE INSERT OR UPDATE ON team FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_team_id()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_team_id_new_set", "team", "id_new IS NOT NULL", postgresql_not_valid=True
    )

    # column team.boss_id: its type differs; a column of the new type is filled first,
    # and takes its place then
    op.add_column("team", sa.Column("boss_id_new", sa.BigInteger(), nullable=True))

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_team_boss_id() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.boss_id_new := NEW.boss_id;
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_team_boss_id BEFORE INSERT OR UPDATE ON team "
        "FOR EACH ROW EXECUTE FUNCTION limbeck_sync_team_boss_id()"
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

    op.execute("DROP TRIGGER limbeck_sync_team_boss_id ON team")
    op.execute("DROP FUNCTION limbeck_sync_team_boss_id")
    op.drop_column("team", "boss_id_new")
    op.drop_constraint("ck_team_id_new_set", "team", type_="check")
    op.execute("DROP TRIGGER limbeck_sync_team_id ON team")
    op.execute("DROP FUNCTION limbeck_sync_team_id")
    op.drop_column("team", "id_new")
    op.drop_constraint("ck_hero_team_id_new_set", "hero", type_="check")
    op.execute("DROP TRIGGER limbeck_sync_hero_team_id ON hero")
    op.execute("DROP FUNCTION limbeck_sync_hero_team_id")
    op.drop_column("hero", "team_id_new")
