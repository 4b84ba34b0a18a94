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
    op.add_column("product", sa.Column("sku", sa.String(length=20), nullable=True))
    op.create_unique_constraint("sku", "product", ["sku"])

    # table price is created before what this constraint refers to is complete
    op.create_foreign_key(
        "fk_price_product_sku_product", "price", "product", ["product_sku"], ["sku"]
    )


def downgrade() -> None:
    op.drop_constraint("fk_price_product_sku_product", "price", type_="foreignkey")
    op.drop_constraint("sku", "product", type_="unique")
    op.drop_column("product", "sku")
    op.drop_table("price")
