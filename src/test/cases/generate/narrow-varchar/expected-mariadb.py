"""narrow varchar

Revision ID: 002_narrow_varchar
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_narrow_varchar"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        "tasks",
        "title",
        existing_type=sa.String(length=200),
        type_=sa.String(length=50),
        existing_nullable=False,
    )


def downgrade() -> None:
    op.alter_column(
        "tasks",
        "title",
        existing_type=sa.String(length=50),
        type_=sa.String(length=200),
        existing_nullable=False,
    )
