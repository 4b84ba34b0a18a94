"""server default changed

Revision ID: 002_server_default_changed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_server_default_changed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "account",
        "kind",
        existing_type=sa.String(length=10),
        server_default="standard",
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "account",
        "kind",
        existing_type=sa.String(length=10),
        server_default="basic",
        existing_nullable=False,
    )
