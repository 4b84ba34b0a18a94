"""contract: online string to enum

Revision ID: 006_contract_online_string_to
Revises: 005_switch_online_string_to_enum
Create Date: 2026-01-01 00:00:00

Phase 5 of 5, contract: what only the version before needs is taken away.

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
revision = "006_contract_online_string_to"
down_revision = "005_switch_online_string_to_enum"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    # nothing has to be kept in step any more
    op.execute("DROP TRIGGER limbeck_sync_orders_status ON orders")

    # nothing has to be kept in step any more
    # limbeck: allow view-or-function-dropped -- only its trigger used it
    op.execute("DROP FUNCTION limbeck_sync_orders_status")

    # nobody wants to go back to the old type any more
    # limbeck: allow column-dropped -- orders.status has its values
    op.drop_column("orders", "status_old")


def downgrade() -> None:
    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE orders ADD COLUMN IF NOT EXISTS status_old VARCHAR(10)")
    op.execute("COMMENT ON COLUMN orders.status_old IS 'where it is'")
    op.execute("""
        CREATE OR REPLACE FUNCTION limbeck_sync_orders_status() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' OR NEW.status IS DISTINCT FROM OLD.status THEN
                NEW.status_old := NEW.status;
            END IF;
            RETURN NEW;
        END
        $$
    """)
    op.execute("DROP TRIGGER IF EXISTS limbeck_sync_orders_status ON orders")
    op.execute(
        "CREATE TRIGGER limbeck_sync_orders_status BEFORE INSERT OR UPDATE ON "
        "orders FOR EACH ROW EXECUTE FUNCTION limbeck_sync_orders_status()"
    )
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
                    UPDATE orders SET status_old = status
                    WHERE (status_old IS NULL AND status IS NOT NULL) AND id BETWEEN limbeck_first AND limbeck_last;
                    COMMIT;
                    SELECT id INTO limbeck_first FROM orders
                    WHERE id > limbeck_last AND id <= limbeck_end ORDER BY id LIMIT 1;
                END LOOP;
            END
            $$
        """)
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_orders_status_old")
        op.create_index(
            op.f("ix_orders_status_old"),
            "orders",
            ["status_old"],
            unique=False,
            postgresql_concurrently=True,
        )

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.execute("ALTER TABLE orders DROP CONSTRAINT IF EXISTS ck_orders_status_old_set")
    op.create_check_constraint(
        "ck_orders_status_old_set",
        "orders",
        "status_old IS NOT NULL",
        postgresql_not_valid=True,
    )
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE orders VALIDATE CONSTRAINT ck_orders_status_old_set")

    # whoever reads or writes must not queue behind this for longer
    op.execute("SET LOCAL lock_timeout = '5s'")

    op.alter_column(
        "orders", "status_old", existing_type=sa.String(length=10), nullable=False
    )
    op.drop_constraint("ck_orders_status_old_set", "orders", type_="check")
