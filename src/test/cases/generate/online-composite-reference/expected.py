"""expand: online composite reference

Revision ID: 002_expand_online_composite
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 6, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

Safety notes:

- Until the last phase account.number is kept in its old type as well, and refuses or
  changes what that cannot hold: values out of the range of INTEGER are refused.
- Until the last phase account.tenant is kept in its old type as well, and refuses or
  changes what that cannot hold: values out of the range of INTEGER are refused.
- Until the last phase booking.tenant is kept in its old type as well, and refuses or
  changes what that cannot hold: values out of the range of INTEGER are refused.
- Until the last phase booking.account is kept in its old type as well, and refuses or
  changes what that cannot hold: values out of the range of INTEGER are refused.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_expand_online_composite"
down_revision = "001_create_tables"
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

    # column account.number: its type differs, its identity differs; a column of the new
    # type is filled first, and takes its place then
    op.add_column("account", sa.Column("number_new", sa.BigInteger(), nullable=True))

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_account_number() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.number_new := NEW.number;
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_account_number BEFORE INSERT OR UPDATE ON "
        "account FOR EACH ROW EXECUTE FUNCTION limbeck_sync_account_number()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_account_number_new_set",
        "account",
        "number_new IS NOT NULL",
        postgresql_not_valid=True,
    )

    # column account.tenant: its type differs; a column of the new type is filled first,
    # and takes its place then
    op.add_column("account", sa.Column("tenant_new", sa.BigInteger(), nullable=True))

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_account_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.tenant_new := NEW.tenant;
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_account_tenant BEFORE INSERT OR UPDATE ON "
        "account FOR EACH ROW EXECUTE FUNCTION limbeck_sync_account_tenant()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_account_tenant_new_set",
        "account",
        "tenant_new IS NOT NULL",
        postgresql_not_valid=True,
    )

    # column booking.tenant: its type differs; a column of the new type is filled first,
    # and takes its place then
    op.add_column("booking", sa.Column("tenant_new", sa.BigInteger(), nullable=True))

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_booking_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.tenant_new := NEW.tenant;
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_booking_tenant BEFORE INSERT OR UPDATE ON "
        "booking FOR EACH ROW EXECUTE FUNCTION limbeck_sync_booking_tenant()"
    )

    # column booking.account: its type differs; a column of the new type is filled
    # first, and takes its place then
    op.add_column("booking", sa.Column("account_new", sa.BigInteger(), nullable=True))

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION limbeck_sync_booking_account() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.account_new := NEW.account;
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_booking_account BEFORE INSERT OR UPDATE ON "
        "booking FOR EACH ROW EXECUTE FUNCTION limbeck_sync_booking_account()"
    )


def downgrade() -> None:
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

    op.execute("DROP TRIGGER limbeck_sync_booking_account ON booking")
    op.execute("DROP FUNCTION limbeck_sync_booking_account")
    op.drop_column("booking", "account_new")
    op.execute("DROP TRIGGER limbeck_sync_booking_tenant ON booking")
    op.execute("DROP FUNCTION limbeck_sync_booking_tenant")
    op.drop_column("booking", "tenant_new")
    op.drop_constraint("ck_account_tenant_new_set", "account", type_="check")
    op.execute("DROP TRIGGER limbeck_sync_account_tenant ON account")
    op.execute("DROP FUNCTION limbeck_sync_account_tenant")
    op.drop_column("account", "tenant_new")
    op.drop_constraint("ck_account_number_new_set", "account", type_="check")
    op.execute("DROP TRIGGER limbeck_sync_account_number ON account")
    op.execute("DROP FUNCTION limbeck_sync_account_number")
    op.drop_column("account", "number_new")
