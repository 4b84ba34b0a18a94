"""expand: online identity key to bigint

Revision ID: 002_expand_online_identity_key
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Phase 1 of 6, expand: what is new comes beside what is there, in one transaction that
holds its locks only for a moment.

Once it has run, the version before works on as it did; the version after must wait for
phase 4.

Safety notes:

- Until the last phase shop.lines.order_id is kept in its old type as well, and refuses
  or changes what that cannot hold: values out of the range of INTEGER are refused.
- Until the last phase shop.orders.id is kept in its old type as well, and refuses or
  changes what that cannot hold: values out of the range of INTEGER are refused.
- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_expand_online_identity_key"
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
                    LOCK TABLE shop.lines IN ACCESS EXCLUSIVE MODE;
                    LOCK TABLE shop.orders IN ACCESS EXCLUSIVE MODE;
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

    # column shop.lines.order_id: its type differs; a column of the new type is filled
    # first, and takes its place then
    op.add_column(
        "lines",
        sa.Column("order_id_new", sa.BigInteger(), nullable=True),
        schema="shop",
    )

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION shop.limbeck_sync_lines_order_id() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.order_id_new := NEW.order_id;
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_lines_order_id BEFORE INSERT OR UPDATE ON "
        "shop.lines FOR EACH ROW EXECUTE FUNCTION "
        "shop.limbeck_sync_lines_order_id()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_lines_order_id_new_set",
        "lines",
        "order_id_new IS NOT NULL",
        postgresql_not_valid=True,
        schema="shop",
    )

    # column shop.orders.id: its type differs; a column of the new type is filled first,
    # and takes its place then
    op.add_column(
        "orders", sa.Column("id_new", sa.BigInteger(), nullable=True), schema="shop"
    )

    # rows that are written meanwhile get both columns
    op.execute("""
        CREATE FUNCTION shop.limbeck_sync_orders_id() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.id_new := NEW.id;
            RETURN NEW;
        END
        $$
    """)
    op.execute(
        "CREATE TRIGGER limbeck_sync_orders_id BEFORE INSERT OR UPDATE ON "
        "shop.orders FOR EACH ROW EXECUTE FUNCTION shop.limbeck_sync_orders_id()"
    )

    # a check that is not validated yet binds new rows, and blocks nobody
    op.create_check_constraint(
        "ck_orders_id_new_set",
        "orders",
        "id_new IS NOT NULL",
        postgresql_not_valid=True,
        schema="shop",
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
                    LOCK TABLE shop.lines IN ACCESS EXCLUSIVE MODE;
                    LOCK TABLE shop.orders IN ACCESS EXCLUSIVE MODE;
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

    op.drop_constraint("ck_orders_id_new_set", "orders", type_="check", schema="shop")
    op.execute("DROP TRIGGER limbeck_sync_orders_id ON shop.orders")
    op.execute("DROP FUNCTION shop.limbeck_sync_orders_id")
    op.drop_column("orders", "id_new", schema="shop")
    op.drop_constraint(
        "ck_lines_order_id_new_set", "lines", type_="check", schema="shop"
    )
    op.execute("DROP TRIGGER limbeck_sync_lines_order_id ON shop.lines")
    op.execute("DROP FUNCTION shop.limbeck_sync_lines_order_id")
    op.drop_column("lines", "order_id_new", schema="shop")
