"""varchar to integer

Revision ID: 002_varchar_to_integer
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_varchar_to_integer"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "account",
        "code",
        existing_type=sa.String(length=20),
        type_=sa.Integer(),
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "account",
        "code",
        existing_type=sa.Integer(),
        type_=sa.String(length=20),
        existing_nullable=False,
    )
