"""fill: online string to enum

Revision ID: 003_fill_online_string_to_enum
Revises: 002_expand_online_string_to_enum
Create Date: 2026-01-01 00:00:00

Phase 2 of 5, fill: rows get their values in batches that are committed one by one. When
it is broken off, run it again: it goes on where values are missing.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "003_fill_online_string_to_enum"
down_revision = "002_expand_online_string_to_enum"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # existing rows get the column too, in batches that are committed one by one
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first orders.id%TYPE;
                limbeck_last orders.id%TYPE;
                limbeck_end orders.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM orders ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM orders ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM orders WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE orders SET status_new = status::text::status
                    WHERE (status_new IS NULL AND status IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM orders
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)


def downgrade() -> None:
    pass
