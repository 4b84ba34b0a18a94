"""contract: online computed column

Revision ID: 005_contract_online_computed
Revises: 004_fill_online_computed_column
Create Date: 2026-01-01 00:00:00

Phase 4 of 5, contract: what only the version before needs is taken away.

Run it only when no program of the version before runs any more; those fail from then
on.

Safety notes:

- Programs that still call line.note by its old name, text, fail from the last phase on.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "005_contract_online_computed"
down_revision = "004_fill_online_computed_column"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_line_text ON line")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_line_text")

    # no program uses the old name any more
    # limbeck: allow column-dropped -- line.note has its values
    op.drop_column("line", "text")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE line ADD COLUMN IF NOT EXISTS text VARCHAR")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_line_text() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' AND NEW.text IS DISTINCT FROM (NULL)
                    OR TG_OP = 'UPDATE' AND NEW.text IS DISTINCT FROM OLD.text THEN
                NEW.note := NEW.text;
            ELSE
                NEW.text := NEW.note;
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_line_text ON line")
    op.execute(
        "CREATE TRIGGER limbeck_sync_line_text BEFORE INSERT OR UPDATE ON line FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_line_text()"
    )
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first line.id%TYPE;
                limbeck_last line.id%TYPE;
                limbeck_end line.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM line ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM line ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM line WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE line SET text = note
                    WHERE (text IS NULL AND note IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM line
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_line_text() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' AND NEW.note IS DISTINCT FROM (NULL)
                    OR TG_OP = 'UPDATE' AND NEW.note IS DISTINCT FROM OLD.note THEN
                NEW.text := NEW.note;
            ELSE
                NEW.note := NEW.text;
            END IF;
            RETURN NEW;
        END
        $$
    """)
