"""fill: online composite reference

Revision ID: 003_fill_online_composite
Revises: 002_expand_online_composite
Create Date: 2026-01-01 00:00:00

Phase 2 of 6, fill: rows get their values in batches that are committed one by one. When
it is broken off, run it again: it goes on where values are missing.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "003_fill_online_composite"
down_revision = "002_expand_online_composite"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # existing rows get the column too, in batches that are committed one by one
    with op.get_context().autocommit_block():
        op.execute("""
            DO $$
            DECLARE
                limbeck_first_1 account.number%TYPE;
                limbeck_first_2 account.tenant%TYPE;
                limbeck_last_1 account.number%TYPE;
                limbeck_last_2 account.tenant%TYPE;
                limbeck_end_1 account.number%TYPE;
                limbeck_end_2 account.tenant%TYPE;
            BEGIN
                SELECT number, tenant INTO limbeck_end_1, limbeck_end_2 FROM account ORDER BY number DESC, tenant DESC LIMIT 1;
                SELECT number, tenant INTO limbeck_first_1, limbeck_first_2 FROM account ORDER BY number, tenant LIMIT 1;
                WHILE FOUND LOOP
                    SELECT number, tenant INTO limbeck_last_1, limbeck_last_2 FROM (
                        SELECT number, tenant FROM account WHERE (number, tenant) BETWEEN (limbeck_first_1, limbeck_first_2) AND (limbeck_end_1, limbeck_end_2)
                        ORDER BY number, tenant LIMIT 10000
                    ) AS batch ORDER BY number DESC, tenant DESC LIMIT 1;
                    UPDATE account SET number_new = number
                    WHERE (number_new IS NULL AND number IS NOT NULL) AND (number, tenant) BETWEEN (limbeck_first_1, limbeck_first_2) AND (limbeck_last_1, limbeck_last_2);
                    COMMIT;
                    SELECT number, tenant INTO limbeck_first_1, limbeck_first_2 FROM account
                    WHERE (number, tenant) > (limbeck_last_1, limbeck_last_2) AND (number, tenant) <= (limbeck_end_1, limbeck_end_2) ORDER BY number, tenant LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("""
            DO $$
            DECLARE
                limbeck_first_1 account.number%TYPE;
                limbeck_first_2 account.tenant%TYPE;
                limbeck_last_1 account.number%TYPE;
                limbeck_last_2 account.tenant%TYPE;
                limbeck_end_1 account.number%TYPE;
                limbeck_end_2 account.tenant%TYPE;
            BEGIN
                SELECT number, tenant INTO limbeck_end_1, limbeck_end_2 FROM account ORDER BY number DESC, tenant DESC LIMIT 1;
                SELECT number, tenant INTO limbeck_first_1, limbeck_first_2 FROM account ORDER BY number, tenant LIMIT 1;
                WHILE FOUND LOOP
                    SELECT number, tenant INTO limbeck_last_1, limbeck_last_2 FROM (
                        SELECT number, tenant FROM account WHERE (number, tenant) BETWEEN (limbeck_first_1, limbeck_first_2) AND (limbeck_end_1, limbeck_end_2)
                        ORDER BY number, tenant LIMIT 10000
                    ) AS batch ORDER BY number DESC, tenant DESC LIMIT 1;
                    UPDATE account SET tenant_new = tenant
                    WHERE (tenant_new IS NULL AND tenant IS NOT NULL) AND (number, tenant) BETWEEN (limbeck_first_1, limbeck_first_2) AND (limbeck_last_1, limbeck_last_2);
                    COMMIT;
                    SELECT number, tenant INTO limbeck_first_1, limbeck_first_2 FROM account
                    WHERE (number, tenant) > (limbeck_last_1, limbeck_last_2) AND (number, tenant) <= (limbeck_end_1, limbeck_end_2) ORDER BY number, tenant LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("""
            DO $$
            DECLARE
                limbeck_first booking.id%TYPE;
                limbeck_last booking.id%TYPE;
                limbeck_end booking.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM booking ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM booking ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM booking WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE booking SET tenant_new = tenant
                    WHERE (tenant_new IS NULL AND tenant IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM booking
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("""
            DO $$
            DECLARE
                limbeck_first booking.id%TYPE;
                limbeck_last booking.id%TYPE;
                limbeck_end booking.id%TYPE;
            BEGIN
                SELECT id INTO limbeck_end FROM booking ORDER BY id DESC LIMIT 1;
                SELECT id INTO limbeck_first FROM booking ORDER BY id LIMIT 1;
                WHILE FOUND LOOP
                    SELECT id INTO limbeck_last FROM (
                        SELECT id FROM booking WHERE id BETWEEN limbeck_first AND limbeck_end
                        ORDER BY id LIMIT 10000
                    ) AS batch ORDER BY id DESC LIMIT 1;
                    UPDATE booking SET account_new = account
                    WHERE (account_new IS NULL AND account IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM booking
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)


def downgrade() -> None:
    pass
