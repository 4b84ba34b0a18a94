"""array column

Revision ID: 002_array_column
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# revision identifiers, used by Alembic.
revision = "002_array_column"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "hero",
        sa.Column(
            "tags", postgresql.ARRAY(sa.String()), server_default="{}", nullable=False
        ),
    )


def downgrade() -> None:
    op.drop_column("hero", "tags")
