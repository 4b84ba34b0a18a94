"""switch: online identity key to bigint

Revision ID: 005_switch_online_identity_key
Revises: 004_build_online_identity_key_to
Create Date: 2026-01-01 00:00:00

Phase 4 of 6, switch: what was prepared is put to use, in one transaction that holds its
locks only for a moment.

Once it has run, programs of the version before and of the version after work side by
side: the version after may be deployed from here on.

Safety notes:

- It waits at most 5s for a lock. When that is not enough it fails with "canceling
  statement due to lock timeout" and leaves nothing half done: run it again, once long
  transactions have ended.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "005_switch_online_identity_key"
down_revision = "004_build_online_identity_key_to"
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

    # it is made anew over the new columns in the same transaction
    op.drop_constraint(
        "lines_order_id_fkey", "lines", type_="foreignkey", schema="shop"
    )

    # its like over the new column takes its place
    op.drop_constraint("orders_pkey", "orders", type_="primary", schema="shop")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column(
        "lines",
        "order_id_new",
        existing_type=sa.BigInteger(),
        nullable=False,
        schema="shop",
    )

    # the check has done its work
    op.drop_constraint(
        "ck_lines_order_id_new_set", "lines", type_="check", schema="shop"
    )

    # the two columns change places
    op.alter_column("lines", "order_id", new_column_name="order_id_old", schema="shop")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("lines", "order_id_new", new_column_name="order_id", schema="shop")

    # the new column is as strict as the old one; the validated check spares reading the
    # table
    op.alter_column(
        "orders", "id_new", existing_type=sa.BigInteger(), nullable=False, schema="shop"
    )

    # the check has done its work
    op.drop_constraint("ck_orders_id_new_set", "orders", type_="check", schema="shop")

    # it counts on in the column that takes its place
    op.execute("ALTER TABLE shop.orders ALTER COLUMN id DROP IDENTITY")

    # the two columns change places
    op.alter_column("orders", "id", new_column_name="id_old", schema="shop")

    # the two columns change places
    # limbeck: allow column-renamed -- no model ever had this name
    op.alter_column("orders", "id_new", new_column_name="id", schema="shop")

    # the index that was built becomes the constraint's own
    op.execute(
        "ALTER TABLE shop.orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING "
        "INDEX orders_pkey_new"
    )

    # it counts on in the column that takes its place
    op.execute(
        "ALTER TABLE shop.orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY"
    )

    # a new identity begins at 1, which existing rows may have already
    op.execute(
        "SELECT setval(pg_get_serial_sequence('shop.orders', 'id'), "
        "coalesce(max(id), 0) + 1, false) FROM shop.orders"
    )

    # it binds new rows at once; those there are looked at later, without a lock
    op.create_foreign_key(
        "lines_order_id_fkey",
        "lines",
        "orders",
        ["order_id"],
        ["id"],
        postgresql_not_valid=True,
        source_schema="shop",
        referent_schema="shop",
    )

    # from now on the old column is kept like the new one
    op.execute("""
        CREATE OR REPLACE FUNCTION shop.limbeck_sync_lines_order_id() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.order_id IS DISTINCT FROM OLD.order_id THEN
                NEW.order_id_old := NEW.order_id;
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("""
        CREATE OR REPLACE FUNCTION shop.limbeck_sync_orders_id() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.id IS DISTINCT FROM OLD.id THEN
                NEW.id_old := NEW.id;
            END IF;
            RETURN NEW;
        END
        $$
    """)


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute(
        "ALTER TABLE shop.lines DROP CONSTRAINT IF EXISTS ck_lines_order_id_new_set"
    )
    op.create_check_constraint(
        "ck_lines_order_id_new_set",
        "lines",
        "order_id IS NOT NULL",
        postgresql_not_valid=True,
        schema="shop",
    )
    with op.get_context().autocommit_block():
        op.execute(
            "ALTER TABLE shop.lines VALIDATE CONSTRAINT ck_lines_order_id_new_set"
        )
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS shop.orders_pkey_old")
        op.create_index(
            "orders_pkey_old",
            "orders",
            ["id_old"],
            unique=True,
            schema="shop",
            postgresql_concurrently=True,
        )
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS shop.orders_pkey_new")
        op.create_index(
            "orders_pkey_new",
            "orders",
            ["id"],
            unique=True,
            schema="shop",
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE shop.orders DROP CONSTRAINT IF EXISTS ck_orders_id_new_set")
    op.create_check_constraint(
        "ck_orders_id_new_set",
        "orders",
        "id IS NOT NULL",
        postgresql_not_valid=True,
        schema="shop",
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE shop.orders VALIDATE CONSTRAINT ck_orders_id_new_set")

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

    op.execute(
        "ALTER TABLE shop.lines DROP CONSTRAINT IF EXISTS lines_order_id_fkey_old"
    )
    op.create_foreign_key(
        "lines_order_id_fkey_old",
        "lines",
        "orders",
        ["order_id_old"],
        ["id_old"],
        postgresql_not_valid=True,
        source_schema="shop",
        referent_schema="shop",
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE shop.lines VALIDATE CONSTRAINT lines_order_id_fkey_old")

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

    op.execute("""
        CREATE OR REPLACE FUNCTION shop.limbeck_sync_orders_id() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.id_new := NEW.id;
            RETURN NEW;
        END
        $$
    """)
    op.execute("""
        CREATE OR REPLACE FUNCTION shop.limbeck_sync_lines_order_id() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.order_id_new := NEW.order_id;
            RETURN NEW;
        END
        $$
    """)
    op.execute("ALTER TABLE shop.lines DROP CONSTRAINT IF EXISTS lines_order_id_fkey")
    op.execute("ALTER TABLE shop.orders ALTER COLUMN id DROP IDENTITY")
    op.execute("ALTER TABLE shop.orders DROP CONSTRAINT IF EXISTS orders_pkey")
    op.alter_column("orders", "id", new_column_name="id_new", schema="shop")
    op.alter_column("orders", "id_old", new_column_name="id", schema="shop")
    op.execute(
        "ALTER TABLE shop.orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY"
    )
    op.execute(
        "SELECT setval(pg_get_serial_sequence('shop.orders', 'id'), "
        "coalesce(max(id), 0) + 1, false) FROM shop.orders"
    )
    op.alter_column(
        "orders", "id_new", existing_type=sa.BigInteger(), nullable=True, schema="shop"
    )
    op.alter_column("lines", "order_id", new_column_name="order_id_new", schema="shop")
    op.alter_column("lines", "order_id_old", new_column_name="order_id", schema="shop")
    op.alter_column(
        "lines",
        "order_id_new",
        existing_type=sa.BigInteger(),
        nullable=True,
        schema="shop",
    )
    op.execute(
        "ALTER TABLE shop.orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING "
        "INDEX orders_pkey_old"
    )
    op.execute(
        "ALTER TABLE shop.lines RENAME CONSTRAINT lines_order_id_fkey_old TO "
        "lines_order_id_fkey"
    )
