"""rename column in expressions

Revision ID: 002_rename_column_in_expressions
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still call line.amount so, and not total, fail from now on.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_rename_column_in_expressions"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # column line.amount is stated to be total now
    op.alter_column("line", "amount", new_column_name="total")


def downgrade() -> None:
    op.alter_column("line", "total", new_column_name="amount")
