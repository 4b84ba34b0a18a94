"""column becomes required

Revision ID: 002_column_becomes_required
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- After a downgrade it is not known any more which rows had no value in tasks.desc.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_column_becomes_required"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # rows without a value get the default of the column
    op.execute("UPDATE tasks SET `desc` = '' WHERE `desc` IS NULL")

    op.alter_column(
        "tasks", "desc", existing_type=sa.String(length=255), nullable=False
    )


def downgrade() -> None:
    op.alter_column("tasks", "desc", existing_type=sa.String(length=255), nullable=True)
