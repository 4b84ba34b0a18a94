"""json default

Revision ID: 002_json_default
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_json_default"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "event",
        "payload",
        existing_type=sa.JSON(),
        server_default=sa.text("'{}'"),
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "event",
        "payload",
        existing_type=sa.JSON(),
        server_default=None,
        existing_nullable=False,
    )
