"""contract: online partitioned table

Revision ID: 006_contract_online_partitioned
Revises: 005_switch_online_partitioned
Create Date: 2026-01-01 00:00:00

Phase 5 of 6, contract: what only the version before needs is taken away.

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
revision = "006_contract_online_partitioned"
down_revision = "005_switch_online_partitioned"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_deed_n ON deed")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_deed_n")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- deed.n has its values
    op.drop_column("deed", "n_old")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE deed ADD COLUMN IF NOT EXISTS n_old INTEGER")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_deed_n() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.n IS DISTINCT FROM OLD.n THEN
                NEW.n_old := NEW.n;
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_deed_n ON deed")
    op.execute(
        "CREATE TRIGGER limbeck_sync_deed_n BEFORE INSERT OR UPDATE ON deed FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_deed_n()"
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
                    UPDATE deed SET n_old = n
                    WHERE (n_old IS NULL AND n IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM deed
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE deed DROP CONSTRAINT IF EXISTS ck_deed_n_old_set")
    op.create_check_constraint(
        "ck_deed_n_old_set", "deed", "n_old IS NOT NULL", postgresql_not_valid=True
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE deed VALIDATE CONSTRAINT ck_deed_n_old_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column("deed", "n_old", existing_type=sa.Integer(), nullable=False)
    op.drop_constraint("ck_deed_n_old_set", "deed", type_="check")
