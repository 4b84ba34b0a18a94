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
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "003_contract_online_keep_data"
down_revision = "002_expand_online_keep_data"
branch_labels = None
depends_on = None


def upgrade() -> None:
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

    # its rows are copied while nothing is locked
    with op.get_context().autocommit_block():
        op.execute(
            "INSERT INTO limbeck_archive.hero_columns (id, motto, rank) SELECT id, "
            "motto, rank FROM hero ON CONFLICT (id) DO UPDATE SET motto = "
            "EXCLUDED.motto, rank = EXCLUDED.rank"
        )

    # what is dropped next is kept in limbeck_archive.deed
    op.execute("""
        CREATE TABLE IF NOT EXISTS limbeck_archive.deed (
            id INTEGER NOT NULL, 
            hero_id INTEGER, 
            what VARCHAR, 
            PRIMARY KEY (id)
        )
    """)

    # its rows are copied while nothing is locked
    with op.get_context().autocommit_block():
        op.execute(
            "INSERT INTO limbeck_archive.deed (id, hero_id, what) SELECT id, hero_id, "
            "what FROM deed ON CONFLICT (id) DO UPDATE SET hero_id = EXCLUDED.hero_id, "
            "what = EXCLUDED.what"
        )

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

    op.drop_column("hero", "motto")
    op.drop_column("hero", "rank")
    op.drop_table("deed")


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

    op.create_table(
        "deed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hero_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )

    # the rows that were kept come back
    op.execute(
        "INSERT INTO deed (id, hero_id, what) SELECT id, hero_id, what FROM "
        "limbeck_archive.deed"
    )
    op.execute(
        "SELECT setval(pg_get_serial_sequence('deed', 'id'), coalesce(max(id), 0) "
        "+ 1, false) FROM deed"
    )

    # the column comes back
    op.add_column("hero", sa.Column("rank", sa.Integer(), nullable=True))
    op.add_column("hero", sa.Column("motto", sa.String(length=200), nullable=True))

    # the values that were kept come back
    op.execute(
        "UPDATE hero SET motto = kept.motto, rank = kept.rank FROM "
        "limbeck_archive.hero_columns AS kept WHERE kept.id = hero.id"
    )

    op.drop_table("deed", schema="limbeck_archive")
    op.drop_table("hero_columns", schema="limbeck_archive")
    op.execute("DROP SCHEMA limbeck_archive")
