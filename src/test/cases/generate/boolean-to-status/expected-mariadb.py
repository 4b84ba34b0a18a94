"""boolean to status

Revision ID: 002_boolean_to_status
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- From now on tasks.status must be given: programs of the version before insert no
  value, and fail.
- Dropping tasks.completed loses its values; tasks.status holds what was made of them.
- Programs that still use tasks.completed fail from this moment on.
- The downgrade does not bring back the values of tasks.completed.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_boolean_to_status"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column tasks.status is new; it is added nullable first, because existing rows have
    # no value yet
    op.add_column("tasks", sa.Column("status", sa.String(length=20), nullable=True))

    # existing rows get as stated
    op.execute(
        "UPDATE tasks SET status = CASE WHEN completed THEN 'completed' ELSE "
        "'pending' END WHERE status IS NULL"
    )

    # every row of tasks has a value now
    op.alter_column(
        "tasks", "status", existing_type=sa.String(length=20), nullable=False
    )

    # column tasks.completed is gone; tasks.status has taken its values over
    op.drop_column("tasks", "completed")

    op.create_index(op.f("ix_tasks_status"), "tasks", ["status"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_tasks_status"), table_name="tasks")
    op.add_column("tasks", sa.Column("completed", sa.Boolean(), nullable=True))

    # the rows need a value again
    op.execute(
        "UPDATE tasks SET completed = status = 'completed' WHERE completed IS NULL"
    )

    # every row has a value now
    op.alter_column("tasks", "completed", existing_type=sa.Boolean(), nullable=False)

    op.drop_column("tasks", "status")
