"""contract: online identity key to bigint

Revision ID: 007_contract_online_identity_key
Revises: 006_build_2_online_identity_key
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
revision = "007_contract_online_identity_key"
down_revision = "006_build_2_online_identity_key"
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

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_lines_order_id ON shop.lines")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION shop.limbeck_sync_lines_order_id")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- shop.lines.order_id has its values
    op.drop_column("lines", "order_id_old", schema="shop")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_orders_id ON shop.orders")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION shop.limbeck_sync_orders_id")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- shop.orders.id has its values
    op.drop_column("orders", "id_old", schema="shop")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE shop.orders ADD COLUMN IF NOT EXISTS id_old INTEGER")
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
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_orders_id ON shop.orders")
    op.execute(
        "CREATE TRIGGER limbeck_sync_orders_id BEFORE INSERT OR UPDATE ON "
        "shop.orders FOR EACH ROW EXECUTE FUNCTION shop.limbeck_sync_orders_id()"
    )
    with op.get_context().autocommit_block():
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
                    UPDATE shop.orders SET id_old = id
                    WHERE (id_old IS NULL AND id IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM shop.orders
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE shop.orders DROP CONSTRAINT IF EXISTS ck_orders_id_old_set")
    op.create_check_constraint(
        "ck_orders_id_old_set",
        "orders",
        "id_old IS NOT NULL",
        postgresql_not_valid=True,
        schema="shop",
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE shop.orders VALIDATE CONSTRAINT ck_orders_id_old_set")

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

    op.alter_column(
        "orders", "id_old", existing_type=sa.Integer(), nullable=False, schema="shop"
    )
    op.drop_constraint("ck_orders_id_old_set", "orders", type_="check", schema="shop")
    op.execute("ALTER TABLE shop.lines ADD COLUMN IF NOT EXISTS order_id_old INTEGER")
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
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_lines_order_id ON shop.lines")
    op.execute(
        "CREATE TRIGGER limbeck_sync_lines_order_id BEFORE INSERT OR UPDATE ON "
        "shop.lines FOR EACH ROW EXECUTE FUNCTION "
        "shop.limbeck_sync_lines_order_id()"
    )
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
                    UPDATE shop.lines SET order_id_old = order_id
                    WHERE (order_id_old IS NULL AND order_id IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM shop.lines
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute(
        "ALTER TABLE shop.lines DROP CONSTRAINT IF EXISTS ck_lines_order_id_old_set"
    )
    op.create_check_constraint(
        "ck_lines_order_id_old_set",
        "lines",
        "order_id_old IS NOT NULL",
        postgresql_not_valid=True,
        schema="shop",
    )
    with op.get_context().autocommit_block():
        op.execute(
            "ALTER TABLE shop.lines VALIDATE CONSTRAINT ck_lines_order_id_old_set"
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column(
        "lines",
        "order_id_old",
        existing_type=sa.Integer(),
        nullable=False,
        schema="shop",
    )
    op.drop_constraint(
        "ck_lines_order_id_old_set", "lines", type_="check", schema="shop"
    )
