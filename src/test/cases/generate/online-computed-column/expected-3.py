"""fill: online computed column

Revision ID: 004_fill_online_computed_column
Revises: 003_expand_online_computed
Create Date: 2026-01-01 00:00:00

Phase 3 of 5, fill: rows get their values in batches that are committed one by one. When
it is broken off, run it again: it goes on where values are missing.

Once it has run, programs of the version before and of the version after work side by
side: the version after may be deployed from here on, and must have replaced the other
before phase 4.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "004_fill_online_computed_column"
down_revision = "003_expand_online_computed"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # existing rows get the column too, in batches that are committed one by one
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
                    UPDATE line SET note = text
                    WHERE (note IS NULL AND text IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM line
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)


def downgrade() -> None:
    pass
