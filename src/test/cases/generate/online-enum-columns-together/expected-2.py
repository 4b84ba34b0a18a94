"""fill: online enum columns together

Revision ID: 003_fill_online_enum_columns
Revises: 002_expand_online_enum_columns
Create Date: 2026-01-01 00:00:00

Phase 2 of 5, fill: rows get their values in batches that are committed one by one. When
it is broken off, run it again: it goes on where values are missing.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "003_fill_online_enum_columns"
down_revision = "002_expand_online_enum_columns"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # existing rows get the column too, in batches that are committed one by one
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first parcel.id%TYPE;
                limbeck_last parcel.id%TYPE;
                limbeck_end parcel.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM parcel ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM parcel ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM parcel WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE parcel SET ordered_new = ordered::text::size_new
                    WHERE (ordered_new IS NULL AND ordered IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM parcel
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("""
            DO $$
            DECLARE
                limbeck_first parcel.id%TYPE;
                limbeck_last parcel.id%TYPE;
                limbeck_end parcel.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM parcel ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM parcel ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM parcel WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE parcel SET sent_new = sent::text::size_new
                    WHERE (sent_new IS NULL AND sent IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM parcel
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)


def downgrade() -> None:
    pass
