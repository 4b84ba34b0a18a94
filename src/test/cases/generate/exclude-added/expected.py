"""exclude added

Revision ID: 002_exclude_added
Revises: 001_create_tables
Create Date: 2026-01-01 00:00:00

Safety notes:

- Adding the constraint builds an index; nobody reads or writes booking meanwhile
  (ACCESS EXCLUSIVE).
- The exclusion constraint ex_booking_during of booking stops the upgrade when there are
  rows that exclude each other.

"""

from alembic import op

# revision identifiers, used by Alembic.
revision = "002_exclude_added"
down_revision = "001_create_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_exclude_constraint(
        "ex_booking_during", "booking", ("during", "&&"), using="gist"
    )


def downgrade() -> None:
    op.drop_constraint("ex_booking_during", "booking")
