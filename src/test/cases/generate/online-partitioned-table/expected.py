"""expand: online partitioned table

Revision ID: 002_expand_online_partitioned
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 6, expand: what is new comes beside what is there, in one transaction; how
long others wait for it is told below.

Once it has run, neither version works without errors before phase 4 has run too: do not
stop here.

Safety notes:

- hero: PostgreSQL builds no index of a partitioned table concurrently, and puts none to
  use as a constraint's, so that it is changed in place.
- Until the last phase deed.n is kept in its old type as well, and refuses or changes
  what that cannot hold: values out of the range of INTEGER are refused.
- The new type of hero.n writes the whole table and its indexes anew; nobody reads or
  writes hero meanwhile (ACCESS EXCLUSIVE).
- Nobody writes hero while index ix_hero_n is built (SHARE).
- The downgrade of hero.n may stop: values out of the range of INTEGER are refused.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_expand_online_partitioned"
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

    # column deed.n: its type differs; a column of the new type is filled first, and
    # takes its place then
    op.add_column("deed", sa.Column("n_new", sa.BigInteger(), nullable=True))

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_deed_n() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.n_new := NEW.n;
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_deed_n BEFORE INSERT OR UPDATE ON deed FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_deed_n()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_deed_n_new_set", "deed", "n_new IS NOT NULL", postgresql_not_valid=True
    )

    op.alter_column(
        "hero",
        "n",
        existing_type=sa.Integer(),
        type_=sa.BigInteger(),
        existing_nullable=False,
    )
    op.create_index(op.f("ix_hero_n"), "hero", ["n"], unique=False)


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

    op.drop_index(op.f("ix_hero_n"), table_name="hero")
    op.alter_column(
        "hero",
        "n",
        existing_type=sa.BigInteger(),
        type_=sa.Integer(),
        existing_nullable=False,
    )
    op.drop_constraint("ck_deed_n_new_set", "deed", type_="check")
    op.execute("DROP TRIGGER limbeck_sync_deed_n ON deed")
    op.execute("DROP FUNCTION limbeck_sync_deed_n")
    op.drop_column("deed", "n_new")
