"""string to uuid

Revision ID: 002_string_to_uuid
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_string_to_uuid"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "token",
        "value",
        existing_type=sa.String(length=36),
        type_=sa.Uuid(),
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "token",
        "value",
        existing_type=sa.Uuid(),
        type_=sa.String(length=36),
        existing_nullable=False,
    )
