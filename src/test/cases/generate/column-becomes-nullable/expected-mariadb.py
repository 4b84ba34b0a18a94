"""column becomes nullable

Revision ID: 002_column_becomes_nullable
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that read users.name may meet NULL from now on.
- The downgrade stops when rows have no value in users.name; say with what to fill them
  by --fill-down users.name="SQL".

"""

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision = "002_column_becomes_nullable"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column("users", "name", existing_type=sa.String(length=255), nullable=True)


def downgrade() -> None:
    op.alter_column(
        "users", "name", existing_type=sa.String(length=255), nullable=False
    )
