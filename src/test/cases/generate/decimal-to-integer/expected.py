"""decimal to integer

Revision ID: 002_decimal_to_integer
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The new type of item.price writes the whole table and its indexes anew; nobody reads
  or writes item meanwhile (ACCESS EXCLUSIVE).
- The downgrade of item.price may stop: values with too many digits for NUMERIC(10, 2)
  are refused.
- The downgrade does not bring back the values item.price had before they were
  converted.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_decimal_to_integer"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "item",
        "price",
        existing_type=sa.Numeric(precision=10, scale=2),
        type_=sa.Integer(),
        postgresql_using="price * 100",
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "item",
        "price",
        existing_type=sa.Integer(),
        type_=sa.Numeric(precision=10, scale=2),
        postgresql_using="price / 100.0",
        existing_nullable=False,
    )
