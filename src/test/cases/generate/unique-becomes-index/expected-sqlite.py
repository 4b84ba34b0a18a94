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
    with op.batch_alter_table(
        "task", naming_convention={"uq": "uq_%(table_name)s_%(column_0_N_name)s"}
    ) as batch_op:
        batch_op.drop_constraint("uq_task_code", type_="unique")
        batch_op.drop_constraint("uq_task_slug", type_="unique")

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

    with op.batch_alter_table("task") as batch_op:
        batch_op.create_index(op.f("ix_task_slug"), ["slug"], unique=True)
        batch_op.create_index(op.f("ix_task_code"), ["code"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("task") as batch_op:
        batch_op.drop_index(op.f("ix_task_code"))
        batch_op.drop_index(op.f("ix_task_slug"))
        batch_op.create_unique_constraint("uq_task_slug", ["slug"])
        batch_op.create_unique_constraint("uq_task_code", ["code"])
