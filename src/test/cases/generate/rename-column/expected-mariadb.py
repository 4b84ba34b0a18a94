"""rename column

Revision ID: 002_rename_column
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still call tasks.desc so, and not description, fail from now on.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_rename_column"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column tasks.desc is stated to be description now
    op.alter_column(
        "tasks",
        "desc",
        existing_type=sa.String(length=255),
        new_column_name="description",
        existing_nullable=True,
    )


def downgrade() -> None:
    op.alter_column(
        "tasks",
        "description",
        existing_type=sa.String(length=255),
        new_column_name="desc",
        existing_nullable=True,
    )
