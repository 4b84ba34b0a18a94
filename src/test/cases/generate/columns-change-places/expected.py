"""columns change places

Revision ID: 002_columns_change_places
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still call span.first so, and not last, take another column for it from
  now on, without an error.
- Programs that still call span.last so, and not first, take another column for it from
  now on, without an error.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_columns_change_places"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column span.first is stated to be last now; it steps aside, until what is called
    # last has its own new name
    op.alter_column("span", "first", new_column_name="first_aside")

    # column span.last is stated to be first now
    op.alter_column("span", "last", new_column_name="first")

    # column span.first_aside is stated to be last now
    op.alter_column("span", "first_aside", new_column_name="last")


def downgrade() -> None:
    op.alter_column("span", "last", new_column_name="first_aside")
    op.alter_column("span", "first", new_column_name="last")
    op.alter_column("span", "first_aside", new_column_name="first")
