"""unique becomes index

Revision ID: 002_unique_becomes_index
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The upgrade stops when rows of task have the same slug.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_unique_becomes_index"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("code", "task", type_="unique")
    op.drop_constraint("slug", "task", type_="unique")

    # the unique index cannot be made while there are duplicates, so they are looked for
    # first
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text(
                "SELECT slug FROM task WHERE slug IS NOT NULL GROUP BY slug HAVING "
                "count(*) > 1"
            )
        ).first()
        if violation is not None:
            raise RuntimeError(
                "Table task has rows with the same slug; make them differ or delete them, "
                "then upgrade again."
            )

    op.create_index(op.f("ix_task_slug"), "task", ["slug"], unique=True)
    op.create_index(op.f("ix_task_code"), "task", ["code"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_task_code"), table_name="task")
    op.drop_index(op.f("ix_task_slug"), table_name="task")
    op.create_unique_constraint("slug", "task", ["slug"])
    op.create_unique_constraint("code", "task", ["code"])
