"""composite index

Revision ID: 002_composite_index
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_composite_index"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_tasks_title_completed", "tasks", ["title", "completed"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_tasks_title_completed"), table_name="tasks")
