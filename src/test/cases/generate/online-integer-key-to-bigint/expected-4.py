"""switch: online integer key to bigint

Revision ID: 005_switch_online_integer_key_to
Revises: 004_build_online_integer_key_to
Create Date: 2026-01-01 00:00:00

Phase 4 of 6, switch: what was prepared is put to use, in one transaction that holds its
locks only for a moment.

Once it has run, programs of the version before and of the version after work side by
side: the version after may be deployed from here on.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "005_switch_online_integer_key_to"
down_revision = "004_build_online_integer_key_to"
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

    # it is made anew over the new columns in the same transaction
    op.drop_constraint("hero_team_id_fkey", "hero", type_="foreignkey")
    op.drop_constraint("team_boss_id_fkey", "team", type_="foreignkey")

    # its like over the new column takes its place
    op.drop_constraint("team_pkey", "team", type_="primary")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column(
        "hero", "team_id_new", existing_type=sa.BigInteger(), nullable=False
    )

    # the check has done its work
    op.drop_constraint("ck_hero_team_id_new_set", "hero", type_="check")

    # the two columns change places
    op.alter_column("hero", "team_id", new_column_name="team_id_old")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("hero", "team_id_new", new_column_name="team_id")

    # the two columns change places
    op.execute("ALTER INDEX ix_hero_team_id RENAME TO ix_hero_team_id_old")
    op.execute("ALTER INDEX ix_hero_team_id_new RENAME TO ix_hero_team_id")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column("team", "id_new", existing_type=sa.BigInteger(), nullable=False)

    # the check has done its work
    op.drop_constraint("ck_team_id_new_set", "team", type_="check")

    # it counts on in the column that takes its place
    op.execute("""
        DO $$
        DECLARE
            owned text := pg_get_serial_sequence('team', 'id');
        BEGIN
            ALTER TABLE team ALTER COLUMN id DROP DEFAULT;
            IF owned IS NOT NULL THEN
                EXECUTE 'DROP SEQUENCE ' || owned;
            END IF;
        END
        $$
    """)

    # the two columns change places
    op.alter_column("team", "id", new_column_name="id_old")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("team", "id_new", new_column_name="id")

    # the two columns change places
    op.alter_column("team", "boss_id", new_column_name="boss_id_old")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("team", "boss_id_new", new_column_name="boss_id")

    # the index that was built becomes the constraint's own
    op.execute(
        "ALTER TABLE team ADD CONSTRAINT team_pkey PRIMARY KEY USING INDEX "
        "team_pkey_new"
    )

    # it counts on in the column that takes its place
    op.execute("CREATE SEQUENCE team_id_seq AS BIGINT OWNED BY team.id")
    op.execute("ALTER TABLE team ALTER COLUMN id SET DEFAULT nextval('team_id_seq')")
    op.execute(
        "SELECT setval('team_id_seq', coalesce(max(id), 0) + 1, false) FROM team"
    )

    # it binds new rows at once; those there are looked at later, without a lock
    op.create_foreign_key(
        "hero_team_id_fkey",
        "hero",
        "team",
        ["team_id"],
        ["id"],
        ondelete="CASCADE",
        postgresql_not_valid=True,
    )
    op.create_foreign_key(
        "team_boss_id_fkey",
        "team",
        "team",
        ["boss_id"],
        ["id"],
        postgresql_not_valid=True,
    )

    # from now on the old column is kept like the new one
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


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_team_id_new_set")
    op.create_check_constraint(
        "ck_hero_team_id_new_set",
        "hero",
        "team_id IS NOT NULL",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_team_id_new_set")
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS team_pkey_old")
        op.create_index(
            "team_pkey_old",
            "team",
            ["id_old"],
            unique=True,
            postgresql_concurrently=True,
        )
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS team_pkey_new")
        op.create_index(
            "team_pkey_new", "team", ["id"], unique=True, postgresql_concurrently=True
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE team DROP CONSTRAINT IF EXISTS ck_team_id_new_set")
    op.create_check_constraint(
        "ck_team_id_new_set", "team", "id IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE team VALIDATE CONSTRAINT ck_team_id_new_set")

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

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS hero_team_id_fkey_old")
    op.create_foreign_key(
        "hero_team_id_fkey_old",
        "hero",
        "team",
        ["team_id_old"],
        ["id_old"],
        ondelete="CASCADE",
        postgresql_not_valid=True,
    )
    op.execute("ALTER TABLE team DROP CONSTRAINT IF EXISTS team_boss_id_fkey_old")
    op.create_foreign_key(
        "team_boss_id_fkey_old",
        "team",
        "team",
        ["boss_id_old"],
        ["id_old"],
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT hero_team_id_fkey_old")
        op.execute("ALTER TABLE team VALIDATE CONSTRAINT team_boss_id_fkey_old")

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

    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_team_boss_id() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.boss_id_new := NEW.boss_id;
            RETURN NEW;
        END
        $$
    """)
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_team_id() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.id_new := NEW.id;
            RETURN NEW;
        END
        $$
    """)
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_team_id() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.team_id_new := NEW.team_id;
            RETURN NEW;
        END
        $$
    """)
    op.execute("ALTER TABLE team DROP CONSTRAINT IF EXISTS team_boss_id_fkey")
    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS hero_team_id_fkey")
    op.execute("""
        DO $$
        DECLARE
            owned text := pg_get_serial_sequence('team', 'id');
        BEGIN
            ALTER TABLE team ALTER COLUMN id DROP DEFAULT;
            IF owned IS NOT NULL THEN
                EXECUTE 'DROP SEQUENCE ' || owned;
            END IF;
        END
        $$
    """)
    op.execute("ALTER TABLE team DROP CONSTRAINT IF EXISTS team_pkey")
    op.alter_column("team", "boss_id", new_column_name="boss_id_new")
    op.alter_column("team", "boss_id_old", new_column_name="boss_id")
    op.alter_column("team", "id", new_column_name="id_new")
    op.alter_column("team", "id_old", new_column_name="id")
    op.execute("CREATE SEQUENCE team_id_seq AS INTEGER OWNED BY team.id")
    op.execute("ALTER TABLE team ALTER COLUMN id SET DEFAULT nextval('team_id_seq')")
    op.execute(
        "SELECT setval('team_id_seq', coalesce(max(id), 0) + 1, false) FROM team"
    )
    op.alter_column("team", "id_new", existing_type=sa.BigInteger(), nullable=True)
    op.execute("ALTER INDEX ix_hero_team_id RENAME TO ix_hero_team_id_new")
    op.execute("ALTER INDEX ix_hero_team_id_old RENAME TO ix_hero_team_id")
    op.alter_column("hero", "team_id", new_column_name="team_id_new")
    op.alter_column("hero", "team_id_old", new_column_name="team_id")
    op.alter_column("hero", "team_id_new", existing_type=sa.BigInteger(), nullable=True)
    op.execute(
        "ALTER TABLE team ADD CONSTRAINT team_pkey PRIMARY KEY USING INDEX "
        "team_pkey_old"
    )
    op.execute(
        "ALTER TABLE team RENAME CONSTRAINT team_boss_id_fkey_old TO "
        "team_boss_id_fkey"
    )
    op.execute(
        "ALTER TABLE hero RENAME CONSTRAINT hero_team_id_fkey_old TO "
        "hero_team_id_fkey"
    )
