"""check constraint added

Revision ID: 002_check_constraint_added
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding the check reads the whole table; nobody reads or writes account meanwhile
  (ACCESS EXCLUSIVE).
- The check ck_account_balance (balance >= 0) of account stops the upgrade when there
  are rows that break it.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_check_constraint_added"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_check_constraint("ck_account_balance", "account", "balance >= 0")


def downgrade() -> None:
    op.drop_constraint("ck_account_balance", "account", type_="check")
