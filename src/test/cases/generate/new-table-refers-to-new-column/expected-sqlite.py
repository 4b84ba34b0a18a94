"""new table refers to new column

Revision ID: 002_new_table_refers_to_new
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_new_table_refers_to_new"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "price",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("product_sku", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("product") as batch_op:
        batch_op.add_column(sa.Column("sku", sa.String(length=20), nullable=True))
        batch_op.create_unique_constraint(None, ["sku"])

    # table price is created before what this constraint refers to is complete
    with op.batch_alter_table("price") as batch_op:
        batch_op.create_foreign_key(None, "product", ["product_sku"], ["sku"])


def downgrade() -> None:
    raise NotImplementedError(
        "add foreign key (product_sku) to product (sku) to price cannot be undone: "
        "the database gives the foreign key (product_sku) to product (sku) no "
        "name; add unique constraint (sku) to product cannot be undone: the "
        "database gives the unique constraint (sku) no name"
    )
