"""drop referenced column

Revision ID: 002_drop_referenced_column
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Dropping tasks.user_id loses its values; back them up first.
- Programs that still use tasks.user_id fail from this moment on.
- The downgrade does not bring back the values of tasks.user_id.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_drop_referenced_column"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("tasks_ibfk_1", "tasks", type_="foreignkey")
    op.drop_index(op.f("ix_tasks_user_id"), table_name="tasks")
    op.drop_column("tasks", "user_id")


def downgrade() -> None:
    op.add_column("tasks", sa.Column("user_id", sa.Integer(), nullable=True))
    op.create_index(op.f("ix_tasks_user_id"), "tasks", ["user_id"], unique=False)
    op.create_foreign_key("tasks_ibfk_1", "tasks", "users", ["user_id"], ["id"])
