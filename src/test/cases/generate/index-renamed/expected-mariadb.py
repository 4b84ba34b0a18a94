"""index renamed

Revision ID: 002_index_renamed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_index_renamed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE task RENAME INDEX ix_task_title TO ix_task_by_title")


def downgrade() -> None:
    op.execute("ALTER TABLE task RENAME INDEX ix_task_by_title TO ix_task_title")
