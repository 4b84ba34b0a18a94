"""numeric precision

Revision ID: 002_numeric_precision
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_numeric_precision"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "price",
        "amount",
        existing_type=sa.Numeric(precision=8, scale=2),
        type_=sa.Numeric(precision=12, scale=4),
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "price",
        "amount",
        existing_type=sa.Numeric(precision=12, scale=4),
        type_=sa.Numeric(precision=8, scale=2),
        existing_nullable=False,
    )
