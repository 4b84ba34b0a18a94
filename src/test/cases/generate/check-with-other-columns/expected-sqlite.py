"""check with other columns

Revision ID: 002_check_with_other_columns
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

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
    with op.batch_alter_table("hero") as batch_op:
        batch_op.create_check_constraint("ck_hero_age", "age IS NULL OR age >= 0")


def downgrade() -> None:
    with op.batch_alter_table("hero") as batch_op:
        batch_op.drop_constraint("ck_hero_age", type_="check")
