"""index becomes unique

Revision ID: 002_index_becomes_unique
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of task have the same title.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_index_becomes_unique"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index(op.f("ix_task_title"), table_name="task")

    # the unique index cannot be made while there are duplicates, so they are looked for
    # first
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT title FROM task WHERE title IS NOT NULL GROUP BY title HAVING "
                "count(*) > 1"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Table task has rows with the same title; make them differ or delete them, "
                "then upgrade again."
            )

    op.create_index(op.f("ix_task_title"), "task", ["title"], unique=True)


def downgrade() -> None:
    op.drop_index(op.f("ix_task_title"), table_name="task")
    op.create_index(op.f("ix_task_title"), "task", ["title"], unique=False)
