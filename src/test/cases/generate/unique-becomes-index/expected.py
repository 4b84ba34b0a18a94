"""unique becomes index

Revision ID: 002_unique_becomes_index
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of task have the same slug.
- Nobody writes task while index ix_task_slug is built (SHARE).
- Nobody writes task while index ix_task_code is built (SHARE).

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_unique_becomes_index"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("task_code_key", "task", type_="unique")
    op.drop_constraint("task_slug_key", "task", type_="unique")

    # the unique index cannot be made while there are duplicates, so they are looked for
    # first
    op.execute("""
        DO $$
        BEGIN
            IF EXISTS (
                SELECT slug FROM task WHERE slug IS NOT NULL GROUP BY slug HAVING count(*) > 1
            ) THEN
                RAISE EXCEPTION USING MESSAGE = 'Table task has rows with the same slug; make them differ or delete them, then upgrade again.';
            END IF;
        END
        $$
    """)

    op.create_index(op.f("ix_task_slug"), "task", ["slug"], unique=True)
    op.create_index(op.f("ix_task_code"), "task", ["code"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_task_code"), table_name="task")
    op.drop_index(op.f("ix_task_slug"), table_name="task")
    op.create_unique_constraint("task_slug_key", "task", ["slug"])
    op.create_unique_constraint("task_code_key", "task", ["code"])
