"""index dropped

Revision ID: 002_index_dropped
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_index_dropped"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index(op.f("ix_account_owner"), table_name="account")


def downgrade() -> None:
    op.create_index(op.f("ix_account_owner"), "account", ["owner"], unique=False)
