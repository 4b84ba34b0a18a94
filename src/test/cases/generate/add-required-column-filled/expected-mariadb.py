"""add required column filled

Revision ID: 002_add_required_column_filled
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- From now on tasks.slug must be given: programs of the version before insert no value,
  and fail.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_add_required_column_filled"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column tasks.slug is new; it is added nullable first, because existing rows have
    # no value yet
    op.add_column("tasks", sa.Column("slug", sa.String(length=200), nullable=True))

    # existing rows get as stated
    op.execute("UPDATE tasks SET slug = lower(title) WHERE slug IS NULL")

    # every row of tasks has a value now
    op.alter_column(
        "tasks", "slug", existing_type=sa.String(length=200), nullable=False
    )


def downgrade() -> None:
    op.drop_column("tasks", "slug")
