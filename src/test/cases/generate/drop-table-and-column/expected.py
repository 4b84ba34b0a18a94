"""drop table and column

Revision ID: 002_drop_table_and_column
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping purchase.customer_id loses its values; back them up first.
- Programs that still use purchase.customer_id fail from this moment on.
- Dropping table customer loses all its rows; back them up first.
- The downgrade does not bring back the rows of table customer.
- The downgrade does not bring back the values of purchase.customer_id.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_drop_table_and_column"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("purchase_customer_id_fkey", "purchase", type_="foreignkey")
    op.add_column("purchase", sa.Column("note", sa.String(), nullable=True))
    op.drop_column("purchase", "customer_id")
    op.drop_table("customer")


def downgrade() -> None:
    op.create_table(
        "customer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.add_column("purchase", sa.Column("customer_id", sa.Integer(), nullable=True))
    op.drop_column("purchase", "note")
    op.create_foreign_key(
        "purchase_customer_id_fkey", "purchase", "customer", ["customer_id"], ["id"]
    )
