"""fill: online partitioned table

Revision ID: 003_fill_online_partitioned
Revises: 002_expand_online_partitioned
Create Date: 2026-01-01 00:00:00

Phase 2 of 6, fill: rows get their values in batches that are committed one by one. When
it is broken off, run it again: it goes on where values are missing.

Once it has run, neither version works without errors before phase 4 has run too: do not
stop here.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "003_fill_online_partitioned"
down_revision = "002_expand_online_partitioned"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # existing rows get the column too, in batches that are committed one by one
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
                    UPDATE deed SET n_new = n
                    WHERE (n_new IS NULL AND n IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM deed
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)


def downgrade() -> None:
    pass
