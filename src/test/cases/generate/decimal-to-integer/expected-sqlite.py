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
    # existing values become what is stated
    op.execute("UPDATE item SET price = round(price * 100)")

    with op.batch_alter_table("item") as batch_op:
        batch_op.alter_column(
            "price",
            existing_type=sa.Numeric(precision=10, scale=2),
            type_=sa.Integer(),
            existing_nullable=False,
        )


def downgrade() -> None:
    op.execute("UPDATE item SET price = price / 100.0")
    with op.batch_alter_table("item") as batch_op:
        batch_op.alter_column(
            "price",
            existing_type=sa.Integer(),
            type_=sa.Numeric(precision=10, scale=2),
            existing_nullable=False,
        )
