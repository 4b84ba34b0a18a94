"""add required column with python default

Revision ID: 002_add_required_column_with
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- From now on tasks.priority must be given: programs of the version before insert no
  value, and fail.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_add_required_column_with"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column tasks.priority is new; it is added nullable first, because existing rows
    # have no value yet
    op.add_column("tasks", sa.Column("priority", sa.String(length=20), nullable=True))

    # existing rows get the default of the model
    op.execute("UPDATE tasks SET priority = 'medium' WHERE priority IS NULL")

    # every row of tasks has a value now
    op.alter_column(
        "tasks", "priority", existing_type=sa.String(length=20), nullable=False
    )

    op.create_index(op.f("ix_tasks_priority"), "tasks", ["priority"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_tasks_priority"), table_name="tasks")
    op.drop_column("tasks", "priority")
