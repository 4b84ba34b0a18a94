"""drop required reference

Revision ID: 002_drop_required_reference
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping order.customer_id loses its values; back them up first.
- Programs that still use order.customer_id fail from this moment on.
- Dropping order.number loses its values; back them up first.
- Programs that still use order.number fail from this moment on.
- The downgrade stops when order has rows, because order.number must be given; say with
  what by --fill-down order.number="SQL".
- The downgrade does not bring back the values of order.number.
- The downgrade stops when order has rows, because order.customer_id must be given; say
  with what by --fill-down order.customer_id="SQL".
- The downgrade does not bring back the values of order.customer_id.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_drop_required_reference"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("order_customer_id_fkey", "order", type_="foreignkey")
    op.drop_index(op.f("ix_order_customer_id"), table_name="order")
    op.drop_constraint("order_number_key", "order", type_="unique")
    op.drop_column("order", "customer_id")
    op.drop_column("order", "number")


def downgrade() -> None:
    # the column comes back NOT NULL, and nothing is known to fill it with
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT 1 FROM "order"
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table order has rows, and the values of number were dropped; it cannot be NOT NULL again.';
            END IF;
        END
        $$
    """)

    op.add_column("order", sa.Column("number", sa.String(length=12), nullable=False))

    # the column comes back NOT NULL, and nothing is known to fill it with
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT 1 FROM "order"
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table order has rows, and the values of customer_id were dropped; it cannot be NOT NULL again.';
            END IF;
        END
        $$
    """)

    op.add_column("order", sa.Column("customer_id", sa.Integer(), nullable=False))
    op.create_unique_constraint("order_number_key", "order", ["number"])
    op.create_index(
        op.f("ix_order_customer_id"), "order", ["customer_id"], unique=False
    )
    op.create_foreign_key(
        "order_customer_id_fkey", "order", "customer", ["customer_id"], ["id"]
    )
