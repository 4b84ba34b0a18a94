"""decimal to integer

Revision ID: 002_decimal_to_integer
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_decimal_to_integer"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column item.price: its type differs; in between the type holds both
    op.alter_column(
        "item",
        "price",
        existing_type=sa.Numeric(precision=10, scale=2),
        type_=sa.Numeric(precision=65, scale=30),
        existing_nullable=False,
    )
    op.execute("UPDATE item SET price = price * 100")
    op.alter_column(
        "item",
        "price",
        existing_type=sa.Numeric(precision=65, scale=30),
        type_=sa.Integer(),
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "item",
        "price",
        existing_type=sa.Integer(),
        type_=sa.Numeric(precision=65, scale=30),
        existing_nullable=False,
    )
    op.execute("UPDATE item SET price = price / 100.0")
    op.alter_column(
        "item",
        "price",
        existing_type=sa.Numeric(precision=65, scale=30),
        type_=sa.Numeric(precision=10, scale=2),
        existing_nullable=False,
    )
