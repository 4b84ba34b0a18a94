"""column becomes required with default

Revision ID: 002_column_becomes_required_with
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- After a downgrade it is not known any more which rows had no value in hero.age.

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_column_becomes_required_with"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # rows without a value get the default of the column
    op.execute("UPDATE hero SET age = 18 WHERE age IS NULL")

    op.alter_column("hero", "age", existing_type=sa.Integer(), nullable=False)


def downgrade() -> None:
    op.alter_column("hero", "age", existing_type=sa.Integer(), nullable=True)
