"""sequence added

Revision ID: 002_sequence_added
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_sequence_added"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE SEQUENCE invoice_number START WITH 1000")


def downgrade() -> None:
    op.execute("DROP SEQUENCE invoice_number")
