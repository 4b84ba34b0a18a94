"""rename table

Revision ID: 002_rename_table
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Programs that still use table account fail from this moment on.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_rename_table"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # table account is stated to be accounts now
    op.rename_table("account", "accounts")


def downgrade() -> None:
    op.rename_table("accounts", "account")
