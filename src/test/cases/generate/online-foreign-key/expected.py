"""expand: online foreign key

Revision ID: 002_expand_online_foreign_key
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 2, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

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
revision = "002_expand_online_foreign_key"
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

    op.drop_constraint("hero_team_id_fkey", "hero", type_="foreignkey")
    op.add_column("hero", sa.Column("rival_id", sa.Integer(), nullable=True))

    # the foreign key (team_id) to team (id) of hero is new or differs; it is not
    # validated yet, so that no table is read under the lock
    op.create_foreign_key(
        "hero_team_id_fkey",
        "hero",
        "team",
        ["team_id"],
        ["id"],
        ondelete="SET NULL",
        postgresql_not_valid=True,
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

    op.drop_constraint("hero_team_id_fkey", "hero", type_="foreignkey")
    op.drop_column("hero", "rival_id")
    op.create_foreign_key("hero_team_id_fkey", "hero", "team", ["team_id"], ["id"])
