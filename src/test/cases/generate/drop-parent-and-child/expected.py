"""drop parent and child

Revision ID: 002_drop_parent_and_child
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping table purchase loses all its rows; back them up first.
- Dropping table customer loses all its rows; back them up first.
- The downgrade does not bring back the rows of table customer.
- The downgrade does not bring back the rows of table purchase.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_drop_parent_and_child"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("purchase")
    op.drop_table("customer")


def downgrade() -> None:
    op.create_table(
        "customer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "purchase",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
