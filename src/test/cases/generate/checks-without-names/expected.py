"""checks without names

Revision ID: 002_checks_without_names
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding the check reads the whole table; nobody reads or writes parcel meanwhile
  (ACCESS EXCLUSIVE).
- The check parcel_check (weight < height) of parcel stops the upgrade when there are
  rows that break it.
- The check parcel_weight_check (weight > 1) of parcel stops the upgrade when there are
  rows that break it.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_checks_without_names"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("parcel_weight_check", "parcel", type_="check")
    op.create_check_constraint("parcel_check", "parcel", "weight < height")
    op.create_check_constraint("parcel_weight_check", "parcel", "weight > 1")


def downgrade() -> None:
    op.drop_constraint("parcel_weight_check", "parcel", type_="check")
    op.drop_constraint("parcel_check", "parcel", type_="check")
    op.create_check_constraint("parcel_weight_check", "parcel", "weight > 0")
