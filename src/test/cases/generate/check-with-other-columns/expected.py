"""check with other columns

Revision ID: 002_check_with_other_columns
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding the check reads the whole table; nobody reads or writes hero meanwhile (ACCESS
  EXCLUSIVE).
- The check ck_hero_age (age IS NULL OR age >= 0) of hero stops the upgrade when there
  are rows that break it.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_check_with_other_columns"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_check_constraint("ck_hero_age", "hero", "age IS NULL OR age >= 0")


def downgrade() -> None:
    op.drop_constraint("ck_hero_age", "hero", type_="check")
