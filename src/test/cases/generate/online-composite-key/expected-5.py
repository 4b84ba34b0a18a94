"""build 2: online composite key

Revision ID: 006_build_2_online_composite_key
Revises: 005_switch_online_composite_key
Create Date: 2026-01-01 00:00:00

Phase 5 of 6, build 2: indexes are built and rows are checked while others read and
write. When it is broken off, run it again: what it left half done is cleaned up first.

Once it has run, programs of the version before and of the version after work side by
side: the version after may be deployed from here on.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "006_build_2_online_composite_key"
down_revision = "005_switch_online_composite_key"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # rows are checked in a transaction of its own, while others read and write
    # limbeck: allow orphans-may-exist -- rows satisfied it all the time
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE deed VALIDATE CONSTRAINT deed_a_b_fkey")


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

    op.drop_constraint("deed_a_b_fkey", "deed", type_="foreignkey")
    op.create_foreign_key(
        "deed_a_b_fkey",
        "deed",
        "hero",
        ["a", "b"],
        ["a", "b"],
        onupdate="CASCADE",
        postgresql_not_valid=True,
    )
