"""switch: online composite key

Revision ID: 005_switch_online_composite_key
Revises: 004_build_online_composite_key
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
revision = "005_switch_online_composite_key"
down_revision = "004_build_online_composite_key"
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

    # it is made anew over the new columns in the same transaction
    op.drop_constraint("deed_a_b_fkey", "deed", type_="foreignkey")

    # its like over the new column takes its place
    op.drop_constraint("hero_pkey", "hero", type_="primary")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column("deed", "b_new", existing_type=sa.BigInteger(), nullable=False)

    # the check has done its work
    op.drop_constraint("ck_deed_b_new_set", "deed", type_="check")

    # the two columns change places
    op.alter_column("deed", "b", new_column_name="b_old")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("deed", "b_new", new_column_name="b")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column("hero", "b_new", existing_type=sa.BigInteger(), nullable=False)

    # the check has done its work
    op.drop_constraint("ck_hero_b_new_set", "hero", type_="check")

    # the two columns change places
    op.alter_column("hero", "b", new_column_name="b_old")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("hero", "b_new", new_column_name="b")

    # the two columns change places
    op.execute("ALTER TABLE deed RENAME CONSTRAINT deed_a_b_key TO deed_a_b_key_old")

    # the index that was built becomes the constraint's own
    op.execute(
        "ALTER TABLE deed ADD CONSTRAINT deed_a_b_key UNIQUE USING INDEX "
        "deed_a_b_key_new"
    )
    op.execute(
        "ALTER TABLE hero ADD CONSTRAINT hero_pkey PRIMARY KEY USING INDEX "
        "hero_pkey_new"
    )

    # it binds new rows at once; those there are looked at later, without a lock
    op.create_foreign_key(
        "deed_a_b_fkey",
        "deed",
        "hero",
        ["a", "b"],
        ["a", "b"],
        onupdate="CASCADE",
        postgresql_not_valid=True,
    )

    # from now on the old column is kept like the new one
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


def downgrade() -> None:
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS deed_a_b_key_new")
        op.create_index(
            "deed_a_b_key_new",
            "deed",
            ["a", "b"],
            unique=True,
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE deed DROP CONSTRAINT IF EXISTS ck_deed_b_new_set")
    op.create_check_constraint(
        "ck_deed_b_new_set", "deed", "b IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE deed VALIDATE CONSTRAINT ck_deed_b_new_set")
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hero_pkey_old")
        op.create_index(
            "hero_pkey_old",
            "hero",
            ["a", "b_old"],
            unique=True,
            postgresql_concurrently=True,
        )
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS hero_pkey_new")
        op.create_index(
            "hero_pkey_new",
            "hero",
            ["a", "b"],
            unique=True,
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_b_new_set")
    op.create_check_constraint(
        "ck_hero_b_new_set", "hero", "b IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_b_new_set")

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

    op.execute("ALTER TABLE deed DROP CONSTRAINT IF EXISTS deed_a_b_fkey_old")
    op.create_foreign_key(
        "deed_a_b_fkey_old",
        "deed",
        "hero",
        ["a", "b_old"],
        ["a", "b_old"],
        onupdate="CASCADE",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE deed VALIDATE CONSTRAINT deed_a_b_fkey_old")

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

    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_hero_b() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.b_new := NEW.b;
            RETURN NEW;
        END
        $$
    """)
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_deed_b() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.b_new := NEW.b;
            RETURN NEW;
        END
        $$
    """)
    op.execute("ALTER TABLE deed DROP CONSTRAINT IF EXISTS deed_a_b_fkey")
    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS hero_pkey")
    op.execute("ALTER TABLE deed DROP CONSTRAINT IF EXISTS deed_a_b_key")
    op.execute("ALTER TABLE deed RENAME CONSTRAINT deed_a_b_key_old TO deed_a_b_key")
    op.alter_column("hero", "b", new_column_name="b_new")
    op.alter_column("hero", "b_old", new_column_name="b")
    op.alter_column("hero", "b_new", existing_type=sa.BigInteger(), nullable=True)
    op.alter_column("deed", "b", new_column_name="b_new")
    op.alter_column("deed", "b_old", new_column_name="b")
    op.alter_column("deed", "b_new", existing_type=sa.BigInteger(), nullable=True)
    op.execute(
        "ALTER TABLE hero ADD CONSTRAINT hero_pkey PRIMARY KEY USING INDEX "
        "hero_pkey_old"
    )
    op.execute("ALTER TABLE deed RENAME CONSTRAINT deed_a_b_fkey_old TO deed_a_b_fkey")
