"""fill: online composite key

Revision ID: 003_fill_online_composite_key
Revises: 002_expand_online_composite_key
Create Date: 2026-01-01 00:00:00

Phase 2 of 6, fill: rows get their values in batches that are committed one by one. When
it is broken off, run it again: it goes on where values are missing.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "003_fill_online_composite_key"
down_revision = "002_expand_online_composite_key"
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
                    UPDATE deed SET b_new = b
                    WHERE (b_new IS NULL AND b IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM deed
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("""
            DO $$
            DECLARE
                limbeck_first_1 hero.a%TYPE;
                limbeck_first_2 hero.b%TYPE;
                limbeck_last_1 hero.a%TYPE;
                limbeck_last_2 hero.b%TYPE;
                limbeck_end_1 hero.a%TYPE;
                limbeck_end_2 hero.b%TYPE;
            BEGIN
                SELECT a, b INTO limbeck_end_1, limbeck_end_2 FROM hero ORDER BY a DESC, b DESC LIMIT 1;
                SELECT a, b INTO limbeck_first_1, limbeck_first_2 FROM hero ORDER BY a, b LIMIT 1;
                WHILE FOUND LOOP
                    SELECT a, b INTO limbeck_last_1, limbeck_last_2 FROM (
                        SELECT a, b FROM hero WHERE (a, b) BETWEEN (limbeck_first_1, limbeck_first_2) AND (limbeck_end_1, limbeck_end_2)
                        ORDER BY a, b LIMIT 10000
                    ) AS batch ORDER BY a DESC, b DESC LIMIT 1;
                    UPDATE hero SET b_new = b
                    WHERE (b_new IS NULL AND b IS NOT NULL) AND (a, b) BETWEEN (limbeck_first_1, limbeck_first_2) AND (limbeck_last_1, limbeck_last_2);
                    COMMIT;
                    SELECT a, b INTO limbeck_first_1, limbeck_first_2 FROM hero
                    WHERE (a, b) > (limbeck_last_1, limbeck_last_2) AND (a, b) <= (limbeck_end_1, limbeck_end_2) ORDER BY a, b LIMIT 1;
                END LOOP;
            END
            $$
        """)


def downgrade() -> None:
    pass
