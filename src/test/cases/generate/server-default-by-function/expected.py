"""server default by function

Revision ID: 002_server_default_by_function
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_server_default_by_function"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "hero",
        "secret_name",
        existing_type=sa.String(),
        server_default=sa.text("md5(random()::text)"),
    )


def downgrade() -> None:
    op.alter_column(
        "hero", "secret_name", existing_type=sa.String(), server_default=None
    )
