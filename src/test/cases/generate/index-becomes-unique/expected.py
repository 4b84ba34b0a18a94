"""index becomes unique

Revision ID: 002_index_becomes_unique
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of task have the same title.
- Nobody writes task while index ix_task_title is built (SHARE).

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_index_becomes_unique"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index(op.f("ix_task_title"), table_name="task")

    # the unique index cannot be made while there are duplicates, so they are looked for
    # first
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT title FROM task WHERE title IS NOT NULL GROUP BY title HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table task has rows with the same title; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_index(op.f("ix_task_title"), "task", ["title"], unique=True)


def downgrade() -> None:
    op.drop_index(op.f("ix_task_title"), table_name="task")
    op.create_index(op.f("ix_task_title"), "task", ["title"], unique=False)
