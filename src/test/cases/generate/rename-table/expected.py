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

    # the sequence of accounts.id follows its table
    op.execute("ALTER SEQUENCE IF EXISTS account_id_seq RENAME TO accounts_id_seq")

    op.execute("ALTER TABLE accounts RENAME CONSTRAINT account_pkey TO accounts_pkey")


def downgrade() -> None:
    op.execute("ALTER TABLE accounts RENAME CONSTRAINT accounts_pkey TO account_pkey")
    op.execute("ALTER SEQUENCE IF EXISTS accounts_id_seq RENAME TO account_id_seq")
    op.rename_table("accounts", "account")
