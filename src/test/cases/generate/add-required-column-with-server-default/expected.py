"""add required column with server default

Revision ID: 002_add_required_column_with
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_add_required_column_with"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "tasks",
        sa.Column(
            "priority", sa.String(length=20), server_default="medium", nullable=False
        ),
    )


def downgrade() -> None:
    op.drop_column("tasks", "priority")
