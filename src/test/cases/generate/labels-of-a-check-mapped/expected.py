"""labels of a check mapped

Revision ID: 002_labels_of_a_check_mapped
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- The downgrade does not tell which rows of parcel had s in size and not m.
- Adding the check reads the whole table; nobody reads or writes parcel meanwhile
  (ACCESS EXCLUSIVE).
- The check size (size IN ('m', 'xxl')) of parcel stops the upgrade when there are rows
  that break it.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_labels_of_a_check_mapped"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("size", "parcel", type_="check")

    # rows with the label big get xxl, as stated
    op.execute("UPDATE parcel SET size = 'xxl' WHERE size = 'big'")

    # rows with the label s get m, as stated
    op.execute("UPDATE parcel SET size = 'm' WHERE size = 's'")

    op.create_check_constraint("size", "parcel", "size IN ('m', 'xxl')")


def downgrade() -> None:
    op.drop_constraint("size", "parcel", type_="check")
    op.execute("UPDATE parcel SET size = 'big' WHERE size = 'xxl'")
    op.create_check_constraint("size", "parcel", "size IN ('s', 'm', 'big')")
