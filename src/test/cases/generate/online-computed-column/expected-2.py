"""expand: online computed column

Revision ID: 003_expand_online_computed
Revises: 002_direct_online_computed
Create Date: 2026-01-01 00:00:00

Phase 2 of 5, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, the version before works on as it did; the version after must wait for
phase 3.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "003_expand_online_computed"
down_revision = "002_direct_online_computed"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # column line.text is stated to be note now; both names are kept in step until no
    # program uses the old one
    op.add_column("line", sa.Column("note", sa.String(), nullable=True))

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_line_text() RETURNS trigger LANGUAGE plpgsql AS $$
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
    op.execute(
        "CREATE TRIGGER limbeck_sync_line_text BEFORE INSERT OR UPDATE ON line FOR "
        "EACH ROW EXECUTE FUNCTION limbeck_sync_line_text()"
    )


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("DROP TRIGGER limbeck_sync_line_text ON line")
    op.execute("DROP FUNCTION limbeck_sync_line_text")
    op.drop_column("line", "note")
