"""contract: online composite reference

Revision ID: 007_contract_online_composite
Revises: 006_build_2_online_composite
Create Date: 2026-01-01 00:00:00

Phase 6 of 6, contract: what only the version before needs is taken away.

Run it only when nobody wants to go back: until then the downgrade of the phase before
it takes a moment.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "007_contract_online_composite"
down_revision = "006_build_2_online_composite"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # all tables are locked together or none: whoever holds one of them and waits for
    # another must not wait for this
    op.execute("""
        DO $$
        DECLARE
            attempts integer := 0;
        BEGIN
            LOOP
                BEGIN
                    SET LOCAL lock_timeout = '300ms';
                    LOCK TABLE account IN ACCESS EXCLUSIVE MODE;
                    LOCK TABLE booking IN ACCESS EXCLUSIVE MODE;
                    EXIT;
                EXCEPTION WHEN lock_not_available THEN
                    attempts := attempts + 1;
                    IF attempts >= 50 THEN
                        RAISE;
                    END IF;
                    PERFORM pg_sleep(0.1 * random());
                END;
            END LOOP;
        END
        $$
    """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_account_number ON account")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_account_number")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- account.number has its values
    op.drop_column("account", "number_old")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_account_tenant ON account")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_account_tenant")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- account.tenant has its values
    op.drop_column("account", "tenant_old")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_booking_tenant ON booking")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_booking_tenant")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- booking.tenant has its values
    op.drop_column("booking", "tenant_old")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_booking_account ON booking")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_booking_account")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- booking.account has its values
    op.drop_column("booking", "account_old")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE booking ADD COLUMN IF NOT EXISTS account_old INTEGER")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_booking_account() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.account IS DISTINCT FROM OLD.account THEN
                NEW.account_old := NEW.account;
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_booking_account ON booking")
    op.execute(
        "CREATE TRIGGER limbeck_sync_booking_account BEFORE INSERT OR UPDATE ON "
        "booking FOR EACH ROW EXECUTE FUNCTION limbeck_sync_booking_account()"
    )
    with op.get_context().autocommit_block():
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
                    UPDATE booking SET account_old = account
                    WHERE (account_old IS NULL AND account IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM booking
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE booking ADD COLUMN IF NOT EXISTS tenant_old INTEGER")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_booking_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.tenant IS DISTINCT FROM OLD.tenant THEN
                NEW.tenant_old := NEW.tenant;
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_booking_tenant ON booking")
    op.execute(
        "CREATE TRIGGER limbeck_sync_booking_tenant BEFORE INSERT OR UPDATE ON "
        "booking FOR EACH ROW EXECUTE FUNCTION limbeck_sync_booking_tenant()"
    )
    with op.get_context().autocommit_block():
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
                    UPDATE booking SET tenant_old = tenant
                    WHERE (tenant_old IS NULL AND tenant IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM booking
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_booking_old")
        op.create_index(
            "ix_booking_old",
            "booking",
            ["tenant_old", "account_old"],
            unique=False,
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE account ADD COLUMN IF NOT EXISTS tenant_old INTEGER")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_account_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.tenant IS DISTINCT FROM OLD.tenant THEN
                NEW.tenant_old := NEW.tenant;
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_account_tenant ON account")
    op.execute(
        "CREATE TRIGGER limbeck_sync_account_tenant BEFORE INSERT OR UPDATE ON "
        "account FOR EACH ROW EXECUTE FUNCTION limbeck_sync_account_tenant()"
    )
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
                    UPDATE account SET tenant_old = tenant
                    WHERE (tenant_old IS NULL AND tenant IS NOT NULL) AND (number, tenant) BETWEEN (limbeck_first_1, limbeck_first_2) AND (limbeck_last_1, limbeck_last_2);
                    COMMIT;
                    SELECT number, tenant INTO limbeck_first_1, limbeck_first_2 FROM account
                    WHERE (number, tenant) > (limbeck_last_1, limbeck_last_2) AND (number, tenant) <= (limbeck_end_1, limbeck_end_2) ORDER BY number, tenant LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute(
        "ALTER TABLE account DROP CONSTRAINT IF EXISTS ck_account_tenant_old_set"
    )
    op.create_check_constraint(
        "ck_account_tenant_old_set",
        "account",
        "tenant_old IS NOT NULL",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE account VALIDATE CONSTRAINT ck_account_tenant_old_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column("account", "tenant_old", existing_type=sa.Integer(), nullable=False)
    op.drop_constraint("ck_account_tenant_old_set", "account", type_="check")
    op.execute("ALTER TABLE account ADD COLUMN IF NOT EXISTS number_old INTEGER")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_account_number() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.number IS DISTINCT FROM OLD.number THEN
                NEW.number_old := NEW.number;
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_account_number ON account")
    op.execute(
        "CREATE TRIGGER limbeck_sync_account_number BEFORE INSERT OR UPDATE ON "
        "account FOR EACH ROW EXECUTE FUNCTION limbeck_sync_account_number()"
    )
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
                    UPDATE account SET number_old = number
                    WHERE (number_old IS NULL AND number IS NOT NULL) AND (number, tenant) BETWEEN (limbeck_first_1, limbeck_first_2) AND (limbeck_last_1, limbeck_last_2);
                    COMMIT;
                    SELECT number, tenant INTO limbeck_first_1, limbeck_first_2 FROM account
                    WHERE (number, tenant) > (limbeck_last_1, limbeck_last_2) AND (number, tenant) <= (limbeck_end_1, limbeck_end_2) ORDER BY number, tenant LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute(
        "ALTER TABLE account DROP CONSTRAINT IF EXISTS ck_account_number_old_set"
    )
    op.create_check_constraint(
        "ck_account_number_old_set",
        "account",
        "number_old IS NOT NULL",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE account VALIDATE CONSTRAINT ck_account_number_old_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column("account", "number_old", existing_type=sa.Integer(), nullable=False)
    op.drop_constraint("ck_account_number_old_set", "account", type_="check")
