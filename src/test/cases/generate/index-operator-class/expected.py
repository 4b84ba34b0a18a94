"""index operator class

Revision ID: 002_index_operator_class
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Nobody writes task while index ix_task_title is built (SHARE).

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_index_operator_class"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index(op.f("ix_task_title"), table_name="task")
    op.create_index(
        op.f("ix_task_title"),
        "task",
        ["title"],
        unique=False,
        postgresql_ops={"title": "varchar_pattern_ops"},
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_task_title"), table_name="task")
    op.create_index(op.f("ix_task_title"), "task", ["title"], unique=False)
