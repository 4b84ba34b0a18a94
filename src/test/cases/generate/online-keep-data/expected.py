"""expand: online keep data

Revision ID: 002_expand_online_keep_data
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 2, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, programs of the version before and of the version after work side by
side: the version after may be deployed from here on, and must have replaced the other
before phase 2.

Safety notes:

- Programs of the version before may meet NULL in hero.rank where the version after has
  inserted a row.
- The downgrade gives 0 to rows that have come without hero.rank; say otherwise with
  --fill-down hero.rank="SQL".
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_expand_online_keep_data"
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

    # hero.rank goes later; until then the version after inserts rows without it
    op.alter_column("hero", "rank", existing_type=sa.Integer(), nullable=True)

    # programs of the version after delete rows of hero and know nothing of deed
    op.drop_constraint("deed_hero_id_fkey", "deed", type_="foreignkey")


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

    op.create_foreign_key("deed_hero_id_fkey", "deed", "hero", ["hero_id"], ["id"])
    op.execute("ALTER TABLE hero DROP CONSTRAINT IF EXISTS ck_hero_rank_set")
    op.create_check_constraint(
        "ck_hero_rank_set", "hero", "rank IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("UPDATE hero SET rank = 0 WHERE rank IS NULL")
        op.execute("ALTER TABLE hero VALIDATE CONSTRAINT ck_hero_rank_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column("hero", "rank", existing_type=sa.Integer(), nullable=False)
    op.drop_constraint("ck_hero_rank_set", "hero", type_="check")
