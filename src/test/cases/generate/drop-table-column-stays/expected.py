"""drop table column stays

Revision ID: 002_drop_table_column_stays
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping table customer loses all its rows; back them up first.
- The downgrade does not bring back the rows of table customer.
- The downgrade empties purchase.customer_id: what it refers to in customer is lost.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_drop_table_column_stays"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("purchase_customer_id_fkey", "purchase", type_="foreignkey")
    op.drop_table("customer")


def downgrade() -> None:
    op.create_table(
        "customer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )

    # what rows refer to here does not come back
    op.execute("UPDATE purchase SET customer_id = NULL WHERE customer_id IS NOT NULL")

    op.create_foreign_key(
        "purchase_customer_id_fkey", "purchase", "customer", ["customer_id"], ["id"]
    )
