"""fill: online identity key to bigint

Revision ID: 003_fill_online_identity_key_to
Revises: 002_expand_online_identity_key
Create Date: 2026-01-01 00:00:00

Phase 2 of 6, fill: rows get their values in batches that are committed one by one. When
it is broken off, run it again: it goes on where values are missing.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "003_fill_online_identity_key_to"
down_revision = "002_expand_online_identity_key"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # existing rows get the column too, in batches that are committed one by one
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first shop.lines.id%TYPE;
                limbeck_last shop.lines.id%TYPE;
                limbeck_end shop.lines.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM shop.lines ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM shop.lines ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM shop.lines WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE shop.lines SET order_id_new = order_id
                    WHERE (order_id_new IS NULL AND order_id IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM shop.lines
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("""
            DO $$
            DECLARE
                limbeck_first shop.orders.id%TYPE;
                limbeck_last shop.orders.id%TYPE;
                limbeck_end shop.orders.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM shop.orders ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM shop.orders ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM shop.orders WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE shop.orders SET id_new = id
                    WHERE (id_new IS NULL AND id IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM shop.orders
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)


def downgrade() -> None:
    pass
