"""check on text added

Revision ID: 002_check_on_text_added
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding the check reads the whole table; nobody reads or writes task meanwhile (ACCESS
  EXCLUSIVE).
- The check ck_task_status (status IN ('open', 'done')) of task stops the upgrade when
  there are rows that break it.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_check_on_text_added"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_check_constraint("ck_task_status", "task", "status IN ('open', 'done')")


def downgrade() -> None:
    op.drop_constraint("ck_task_status", "task", type_="check")
