"""index on expression

Revision ID: 002_index_on_expression
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of task have the same the indexed expression.
- Nobody writes task while index ix_task_lower_title is built (SHARE).
- Nobody writes task while index ix_task_done_title is built (SHARE).

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_index_on_expression"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # the unique index cannot be made while there are duplicates, so they are looked for
    # first
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT (lower(title)) FROM task WHERE (lower(title)) IS NOT NULL GROUP BY (lower(title)) HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table task has rows with the same the indexed expression; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_index(
        "ix_task_lower_title", "task", [sa.text("lower(title)")], unique=True
    )
    op.create_index(
        "ix_task_done_title",
        "task",
        ["done", sa.text("title DESC NULLS LAST")],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_task_done_title"), table_name="task")
    op.drop_index(op.f("ix_task_lower_title"), table_name="task")
