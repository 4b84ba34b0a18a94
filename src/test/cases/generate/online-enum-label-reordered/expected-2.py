"""fill: online enum label reordered

Revision ID: 003_fill_online_enum_label
Revises: 002_expand_online_enum_label
Create Date: 2026-01-01 00:00:00

Phase 2 of 5, fill: rows get their values in batches that are committed one by one. When
it is broken off, run it again: it goes on where values are missing.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "003_fill_online_enum_label"
down_revision = "002_expand_online_enum_label"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # existing rows get the column too, in batches that are committed one by one
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first shirt.id%TYPE;
                limbeck_last shirt.id%TYPE;
                limbeck_end shirt.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM shirt ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM shirt ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM shirt WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE shirt SET size_new = size::text::size_new
                    WHERE (size_new IS NULL AND size IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM shirt
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("""
            DO $$
            DECLARE
                limbeck_first shirt.id%TYPE;
                limbeck_last shirt.id%TYPE;
                limbeck_end shirt.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM shirt ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM shirt ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM shirt WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE shirt SET second_new = second::text::size_new
                    WHERE (second_new IS NULL AND second IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM shirt
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)


def downgrade() -> None:
    pass
