"""column becomes required strictly

Revision ID: 002_column_becomes_required
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_column_becomes_required"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # nothing is to be filled in, so every row must have a value
    if not op.get_context().as_sql:
        violation = op.get_bind().execute(
            sa.text("SELECT 1 FROM hero WHERE age IS NULL")
        ).first()
        if violation is not None:
            raise RuntimeError("Rows of hero have no value for age.")

    op.alter_column("hero", "age", existing_type=sa.Integer(), nullable=False)


def downgrade() -> None:
    op.alter_column("hero", "age", existing_type=sa.Integer(), nullable=True)
