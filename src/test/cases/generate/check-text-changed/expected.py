"""check text changed

Revision ID: 002_check_text_changed
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding the check reads the whole table; nobody reads or writes item meanwhile (ACCESS
  EXCLUSIVE).
- The check ck_item_price (price > 0 AND price < 100000) of item stops the upgrade when
  there are rows that break it.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_check_text_changed"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("ck_item_price", "item", type_="check")
    op.create_check_constraint("ck_item_price", "item", "price > 0 AND price < 100000")


def downgrade() -> None:
    op.drop_constraint("ck_item_price", "item", type_="check")
    op.create_check_constraint("ck_item_price", "item", "price >= 0")
